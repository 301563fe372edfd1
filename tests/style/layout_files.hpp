#pragma once
// A folder of layouts in memory, and what came of loading one of them.

#include "base/file_system.hpp"
#include "style/layout.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace quoin::style::test {

struct Loaded {
    SourceMap sources;
    Diagnostics diagnostics;
    Result<Layout> layout = Layout{};

    /// "code place" of each finding, in order.
    [[nodiscard]] std::vector<std::string> findings() const {
        std::vector<std::string> list;
        for (Diagnostic const& each : diagnostics.all()) {
            Location const at = sources.locate(each.span);
            list.push_back(std::string(name(each.code)) + " " + at.path + ":" + std::to_string(at.line) + ":" +
                           std::to_string(at.column));
        }
        return list;
    }
};

inline Loaded load(std::map<std::string, std::string> files, std::string const& name,
                   std::vector<Override> overrides = {}) {
    files.try_emplace("layouts/base.toml", "");
    MemoryFileSystem const file_system(std::move(files));
    Loaded loaded;
    loaded.layout = load_layout({name, "layouts", "publication", std::move(overrides), {}}, file_system, loaded.sources,
                                loaded.diagnostics);
    return loaded;
}

/// A layout of these lines over an empty base.
inline Loaded load_lines(std::string const& toml) { return load({{"layouts/own.toml", toml}}, "own"); }

} // namespace quoin::style::test
