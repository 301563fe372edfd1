// Identifiers made from content, against vectors that others published.

#include "base/digest.hpp"

#include <catch2/catch.hpp>

namespace quoin::test {

TEST_CASE("SHA-256 gives the values of FIPS 180-4") {
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_hex("Größe") == "aedc3f80989a6546962705852b2f4a481dbd1e490760693525c3724bacab3f50");
    CHECK(sha256_hex(std::string(1000000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a name gives the UUID that RFC 9562 says") {
    CHECK(uuid_from_name("http://python.org/") == "4c565f0d-3f5a-5890-b41b-20cf47701c5e");
    CHECK(uuid_from_name("") == "1b4db7eb-4057-5ddf-91e0-36dec72071f5");
}

} // namespace quoin::test
