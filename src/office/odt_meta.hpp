#pragma once
// What the properties of an OpenDocument file say of the publication.

#include "manuscript/imported.hpp"
#include "office/odt_files.hpp"

#include <string>

namespace quoin::office {

/// Fills `metadata` and tells what was taken. Returns the title; empty when there is none worth taking.
std::string read_odt_metadata(OdtFiles const&, manuscript::Imported&);

} // namespace quoin::office
