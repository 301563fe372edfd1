#pragma once
// One function a command. Each takes what its arguments said and returns the exit status.

#include "app/build.hpp"
#include "app/dump.hpp"
#include "app/import.hpp"
#include "app/impose.hpp"
#include "cli/terminal.hpp"
#include "model/metadata.hpp"

#include <string>

namespace quoin::cli {

int build(app::BuildRequest, Terminal const&);
int check(app::BuildRequest, Terminal const&);
int new_publication(model::PublicationKind, std::string const& folder, Terminal const&);

struct Picture {
    bool png = false, svg = false;
    double dpi = 96;
    std::string out; // empty: standard output
};
int dump(app::DumpRequest const&, Picture const&, Terminal const&);

int import_manuscripts(app::ImportRequest const&, Terminal const&);

int impose(app::ImposeRequest const&, Terminal const&);

int list_layouts(app::DataFolders const&);
int explain_layout(std::string const& name, app::DataFolders const&, Terminal const&);

} // namespace quoin::cli
