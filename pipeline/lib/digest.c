#include "lib/digest.h"

#include <assert.h>
#include <errno.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <string.h>
#include <unistd.h>

#include "lib/infile.h"
#include "lib/lang.h"
#include "lib/text.h"

/* What stands in the machine's openssl.cnf is not for us, and takes long. */
static void start(void)
{
	int ok = OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, NULL);

	assert(ok);
}

/* libcrypto fails here only for want of memory: nobody handles that. */
static EVP_MD_CTX *context_of(struct digest *digest)
{
	return (EVP_MD_CTX *)digest;
}

struct digest *digest_new(void)
{
	EVP_MD_CTX *context;
	int ok;

	start();
	context = EVP_MD_CTX_new();
	ok = context && EVP_DigestInit_ex(context, EVP_sha256(), NULL);

	assert(ok);
	return (struct digest *)context;
}

void digest_add(struct digest *digest, const void *bytes, size_t len)
{
	int ok = EVP_DigestUpdate(context_of(digest), bytes, len);

	assert(ok);
}

void digest_end(struct digest *taken, char hex[DIGEST_HEX])
{
	static const char digits[] = "0123456789abcdef";
	unsigned char sum[EVP_MAX_MD_SIZE];
	unsigned int len = 0;
	int ok = EVP_DigestFinal_ex(context_of(taken), sum, &len);

	assert(ok && len == 32);
	for (size_t i = 0; i < len; i++) {
		hex[2 * i] = digits[sum[i] >> 4];
		hex[2 * i + 1] = digits[sum[i] & 15];
	}
	hex[DIGEST_HEX - 1] = '\0';
	EVP_MD_CTX_free(context_of(taken));
}

void digest_bytes(char hex[DIGEST_HEX], const void *bytes, size_t len)
{
	struct digest *digest = digest_new();

	digest_add(digest, bytes, len);
	digest_end(digest, hex);
}

static bool add_file(struct digest *digest, int fd)
{
	char chunk[64 * 1024];
	ssize_t got;

	while ((got = read(fd, chunk, sizeof(chunk))) != 0) {
		if (got > 0)
			digest_add(digest, chunk, (size_t)got);
		else if (errno != EINTR)
			return false;
	}
	return true;
}

bool digest_file(char hex[DIGEST_HEX], const char *path, struct text *why)
{
	int fd = infile_open(path, why);
	struct digest *digest;
	bool ok;

	if (fd < 0)
		return false;
	digest = digest_new();
	ok = add_file(digest, fd);
	if (!ok)
		text_printf(why, _("cannot read %s: %s"), path,
			    strerror(errno));
	digest_end(digest, hex);
	(void)close(fd);
	return ok;
}

void digest_library(struct text *lines)
{
	text_printf(lines, "library libcrypto %s\n",
		    OpenSSL_version(OPENSSL_VERSION_STRING));
}
