#pragma once
// One face cut down to the characters it sets (hb-subset).

#include "base/bytes.hpp"
#include "base/result.hpp"
#include "epub/characters.hpp"

#include <string>

namespace quoin::epub {

struct SubsetRequest {
    std::string name; // of the face, for messages
    Bytes const& bytes;
    std::uint32_t face_index = 0;
    int weight = 400;      // where a variable face is pinned
    bool capitals = false; // small capitals are set from it
    CharacterSet const& characters;
};

/// TrueType or OpenType, with the layout features that reading systems and our style sheet use. Refuses faces whose OS/2
/// table forbids embedding or subsetting, and variable ones that cannot be pinned.
Result<Bytes> subset_face(SubsetRequest const&);

} // namespace quoin::epub
