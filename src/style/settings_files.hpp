#pragma once
// Settings of a named file with everything that it inherits: the same for layouts and for printers' profiles.

#include "base/file_system.hpp"
#include "base/source_map.hpp"
#include "style/setting.hpp"

#include <string>
#include <vector>

namespace quoin::style {

struct SettingsFamily {
    std::string folder;             // the installed files; `name` is a stem there
    std::string publication_folder; // `name` may be a path ending in .toml here
    std::string word;               // "layout", "printer profile": what a file of the family is called
    Code unknown = Code::layout_unknown;
    std::string root; // what a file extends that says nothing; "" = nothing
};

std::string settings_path(std::string const& name, SettingsFamily const&);
/// Only the publication, the layouts and the fonts are read, whatever a name says.
bool may_be_read(std::string const& path, SettingsFamily const&, FileSystem const&);
/// The file over what it extends; `named` is where its name is written.
Result<Settings> read_with_parents(std::string const& name, Span named, SettingsFamily const&, FileSystem const&,
                                   SourceMap&, Diagnostics&);
/// Names of the family's files but its root, sorted.
std::vector<std::string> list_family(SettingsFamily const&, FileSystem const&);

} // namespace quoin::style
