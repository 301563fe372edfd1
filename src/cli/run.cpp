#include "cli/run.hpp"

#include "cli/commands.hpp"
#include "cli/data_folders.hpp"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <fmt/format.h>
#include <map>

namespace quoin::cli {

namespace {

constexpr int wrong_usage = 2;
constexpr int fault_of_ours = 70;

// Everything that arguments can say, whichever the command.
struct Words {
    std::string folder, out, only, edition, profile, layout, kind, stage;
    std::size_t jobs = 0, page = 0;
    bool json = false, strict = false, no_fonts = false, no_page_list = false, no_report = false;
    Picture picture;
    app::ImposeRequest sheets;
    app::ImportRequest manuscripts;
    bool no_marks = false;
};

class UsageError : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

std::string without_trailing_slash(std::string path) {
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    return path;
}

// The last component, also of "." and "..".
std::string publication_name(std::string const& folder) {
    std::string const whole = without_trailing_slash(DiskFileSystem().canonical(folder));
    return whole.substr(whole.rfind('/') + 1);
}

std::set<app::Output> outputs_named(std::string const& list) {
    static std::map<std::string, app::Output> const names{{"epub", app::Output::epub},
                                                          {"print", app::Output::print},
                                                          {"screen", app::Output::screen},
                                                          {"cover", app::Output::cover}};
    std::set<app::Output> outputs;
    std::stringstream words(list);
    for (std::string word; std::getline(words, word, ',');) {
        auto const found = names.find(word);
        if (found == names.end())
            throw UsageError(fmt::format("--only knows epub, print, screen and cover, not \"{}\"", word));
        outputs.insert(found->second);
    }
    return outputs;
}

std::optional<long long> source_date() {
    char const* text = std::getenv("SOURCE_DATE_EPOCH");
    if (text == nullptr || *text == '\0') return std::nullopt;
    char* end = nullptr;
    long long const seconds = std::strtoll(text, &end, 10);
    constexpr long long end_of_9999 = 253402300799;
    if (*end != '\0' || seconds < 0 || seconds > end_of_9999)
        throw UsageError(fmt::format("SOURCE_DATE_EPOCH is no number of seconds: \"{}\"", text));
    return seconds;
}

app::BuildRequest build_request(Words const& words, app::DataFolders const& data) {
    app::BuildRequest request;
    request.folder = without_trailing_slash(words.folder);
    request.out = words.out;
    request.only = outputs_named(words.only);
    request.edition = words.edition;
    request.profile = words.profile;
    request.jobs = words.jobs;
    request.strict = words.strict;
    request.embed_fonts = !words.no_fonts;
    request.page_list = !words.no_page_list;
    request.write_report = !words.no_report;
    request.epoch = source_date();
    request.data = data;
    return request;
}

void add_build_options(CLI::App& command, Words& words) {
    command.add_option("DIR", words.folder, "The publication: a folder with publication.toml")->required();
    command.add_option("-o,--output", words.out, "Folder that receives the files");
    command.add_option("--edition", words.edition, "Only the edition in this language");
    command.add_option("-j,--jobs", words.jobs, "Threads; the result is the same with any number")
        ->check(CLI::Range(0, 256));
    command.add_option("--profile", words.profile, "Printer profile, in place of the publication's");
    command.add_flag("--json", words.json, "Messages as one JSON object a line");
    command.add_flag("--strict", words.strict, "Warnings end with status 3");
    command.add_flag("--no-page-list", words.no_page_list, "No page numbers of the printed edition in the EPUB");
}

void define_build(CLI::App& program, Words& words) {
    CLI::App* build =
        program.add_subcommand("build", "Make the EPUB, the print and screen PDFs and the cover of a publication");
    add_build_options(*build, words);
    build->add_option("--only", words.only, "Only these, with commas between: epub, print, screen, cover");
    build->add_flag("--no-fonts", words.no_fonts, "Leave the fonts out of the EPUB");
    build->add_flag("--no-report", words.no_report, "Write no report.html and report.json");
    build->footer("Example: quoin build sources/the-compositor -o out/the-compositor --only epub,print");
    CLI::App* check =
        program.add_subcommand("check", "Find everything that a build finds, and write nothing but a report with -o");
    add_build_options(*check, words);
    check->footer("Example: quoin check sources/the-compositor --strict");
}

void define_impose(CLI::App& program, Words& words) {
    CLI::App* impose = program.add_subcommand("impose", "Put the pages of a finished interior on sheets to be folded");
    app::ImposeRequest& sheets = words.sheets;
    impose->add_option("FILE", sheets.input, "The interior: a PDF with pages of one size")->required();
    impose->add_option("-o,--output", sheets.output, "The PDF with the sheets")->required();
    impose->add_option("--scheme", sheets.scheme,
                       "saddle (stapled), signature-4, -8, -16 or -32 (folded and gathered), or so many pages "
                       "on a side, as 4-up; else signatures of the profile's size");
    impose->add_option("--sheet", sheets.sheet,
                       "Size of the sheets, as 700mmx500mm, A3 or SRA3; else as large as needed");
    impose->add_option("--creep", sheets.creep,
                       "By how much each leaf moves nearer to the fold than the one around it; else by the paper");
    impose->add_option("--milling", sheets.milling,
                       "What the binding cuts off between page and fold: 3mm in signatures, 0mm when they are sewn");
    impose->add_option("--paper", sheets.paper, "The paper whose thickness is the creep of a saddle stitch");
    impose->add_option("--profile", sheets.profile, "Printer profile");
    impose->add_flag("--no-marks", words.no_marks, "No fold, trim and collating marks");
    impose->add_flag("--json", words.json, "Messages as one JSON object a line");
    impose->footer("Example: quoin impose out/my-journal/my-journal-print.pdf --scheme saddle -o sheets.pdf");
}

void define_import(CLI::App& program, Words& words) {
    CLI::App* import = program.add_subcommand("import", "Make a publication's folder of manuscripts and messy text");
    app::ImportRequest& request = words.manuscripts;
    import
        ->add_option("FILE", request.files,
                     "Manuscripts in the order of the publication: txt, docx, odt, html, epub, md")
        ->required();
    import->add_option("-o,--output", request.out, "The publication's folder")->required();
    import->add_option("--as", request.dialect, "What a text file is: text, markdown or gutenberg; else by its look")
        ->check(CLI::IsMember({"text", "markdown", "gutenberg"}));
    import->add_option("--track-changes", request.track_changes, "Recorded changes: accept (default), reject, all")
        ->check(CLI::IsMember({"accept", "reject", "all"}));
    import->add_option("--language", request.language, "Language of the texts, as en or pt-BR; else found out");
    import->add_option("--decisions", request.decisions,
                       "Decisions and style map; else import.toml beside the first file and in the folder");
    import->add_flag("--editions", request.editions, "A text in several languages becomes one edition a language");
    import->add_flag("--clean-typography", request.clean_typography,
                     "Set quotation marks, dashes and spaces as the language wants them");
    import->add_flag("--force", request.force, "Write over files that were changed by hand");
    import->add_flag("--json", words.json, "Messages as one JSON object a line");
    import->footer("Example: quoin import last-issue.txt -o sources/last-issue\n"
                   "Status 5: decisions need a look; import-report.html shows them and writes import.toml.");
}

void define_others(CLI::App& program, Words& words) {
    CLI::App* create = program.add_subcommand("new", "Start a publication");
    create->add_option("KIND", words.kind, "journal, pamphlet, book or leaflet")
        ->required()
        ->check(CLI::IsMember({"journal", "pamphlet", "book", "leaflet"}));
    create->add_option("DIR", words.folder, "A new folder")->required();
    create->footer("Example: quoin new journal sources/my-journal");

    CLI::App* dump = program.add_subcommand("dump", "Show a stage's result as text, or a page as a picture");
    dump->add_option("STAGE", words.stage, "model, pages or epub")
        ->required()
        ->check(CLI::IsMember({"model", "pages", "epub"}));
    dump->add_option("DIR", words.folder, "The publication")->required();
    dump->add_option("--edition", words.edition, "The edition in this language");
    dump->add_option("--profile", words.profile, "Printer profile, in place of the publication's");
    dump->add_option("--page", words.page, "Only this page, counted from 1");
    dump->add_flag("--png", words.picture.png, "Draw the page as PNG");
    dump->add_flag("--svg", words.picture.svg, "Draw the page as SVG");
    dump->add_option("--dpi", words.picture.dpi, "Dots an inch of the PNG")->check(CLI::Range(10.0, 1200.0));
    dump->add_option("-o,--output", words.picture.out, "File for the picture; else standard output");
    dump->add_option("-j,--jobs", words.jobs, "Threads")->check(CLI::Range(0, 256));
    dump->add_flag("--json", words.json, "Messages as one JSON object a line");
    dump->footer("Example: quoin dump pages sources/the-compositor --page 3 --png -o page.png");

    define_impose(program, words);
    define_import(program, words);

    CLI::App* layout = program.add_subcommand("layout", "The designs that there are");
    layout->require_subcommand(1);
    layout->add_subcommand("list", "Name the layouts")->footer("Example: quoin layout list");
    CLI::App* explain = layout->add_subcommand("explain", "Where each value of a layout comes from");
    explain->add_option("NAME", words.layout, "A layout's name")->required();
    explain->footer("Example: quoin layout explain journal-a4");
}

model::PublicationKind kind_named(std::string const& name) {
    if (name == "pamphlet") return model::PublicationKind::pamphlet;
    if (name == "book") return model::PublicationKind::book;
    if (name == "leaflet") return model::PublicationKind::leaflet;
    return model::PublicationKind::journal;
}

int dispatch(CLI::App const& program, Words& words, app::DataFolders const& data) {
    Terminal const terminal(words.json ? MessageForm::json : MessageForm::text);
    if (program.got_subcommand("build")) {
        if (words.out.empty()) words.out = "out/" + publication_name(words.folder);
        return build(build_request(words, data), terminal);
    }
    if (program.got_subcommand("check")) return check(build_request(words, data), terminal);
    if (program.got_subcommand("new")) return new_publication(kind_named(words.kind), words.folder, terminal);
    if (program.got_subcommand("dump")) {
        app::DumpStage const stage = words.stage == "pages"  ? app::DumpStage::pages
                                     : words.stage == "epub" ? app::DumpStage::epub
                                                             : app::DumpStage::model;
        if ((words.picture.png || words.picture.svg) && stage != app::DumpStage::pages)
            throw UsageError("only `dump pages` draws pictures");
        return dump({build_request(words, data), stage, words.page}, words.picture, terminal);
    }
    if (program.got_subcommand("import")) {
        words.manuscripts.out = without_trailing_slash(words.manuscripts.out);
        return import_manuscripts(words.manuscripts, terminal);
    }
    if (program.got_subcommand("impose")) {
        words.sheets.data = data;
        words.sheets.marks = !words.no_marks;
        return impose(words.sheets, terminal);
    }
    if (program.get_subcommand("layout")->got_subcommand("list")) return list_layouts(data);
    return explain_layout(words.layout, data, terminal);
}

} // namespace

int run(int count, char** arguments) {
    Words words;
    CLI::App program("quoin builds e-books and print pages from a folder of texts", "quoin");
    program.set_version_flag("--version", "quoin " QUOIN_VERSION);
    program.require_subcommand(1);
    program.footer("`quoin COMMAND --help` tells more of each command.");
    define_build(program, words);
    define_others(program, words);
    try {
        program.parse(count, arguments);
    } catch (CLI::ParseError const& error) {
        return program.exit(error) == 0 ? 0 : wrong_usage;
    }
    try {
        auto const data = find_data_folders(program_path(arguments[0]));
        if (!data) throw std::runtime_error("layouts/base.toml and fonts/fonts.toml are not beside the program");
        return dispatch(program, words, *data);
    } catch (UsageError const& error) {
        fmt::print(stderr, "quoin: {}\n", error.what());
        return wrong_usage;
    } catch (std::exception const& error) {
        fmt::print(stderr, "quoin: a fault of the program: {} [internal-fault]\n", error.what());
        return fault_of_ours;
    }
}

} // namespace quoin::cli
