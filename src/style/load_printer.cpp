#include "style/printer.hpp"

#include "style/bind.hpp"
#include "style/settings_files.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace quoin::style {

namespace {

SettingsFamily family_of_printers(std::string const& folder, std::string const& publication_folder) {
    return {folder, publication_folder, "printer profile", Code::printer_unknown, ""};
}

std::string_view tag(Bytes const& icc, std::size_t at) { return as_text(icc).substr(at, 4); }

/// ICC.1, 7.2: the size in the first four bytes, then at fixed places the class, the colour space and "acsp".
bool is_press_profile(Bytes const& icc) {
    constexpr std::size_t header = 128;
    if (icc.size() < header) return false;
    std::size_t size = 0;
    for (std::size_t i = 0; i < 4; ++i) size = size << 8U | icc[i];
    return size == icc.size() && tag(icc, 12) == "prtr" && tag(icc, 16) == "CMYK" && tag(icc, 36) == "acsp";
}

Failure no_condition(Span span, std::string message) {
    return failure(Code::condition_invalid, span, std::move(message),
                   {"ask the printer for the ICC profile of the press: class prtr, colours CMYK",
                    "without one of its own, `condition.icc = \"FOGRA39L_coated.icc\"` is here"});
}

Result<void> read_condition(PrinterProfile& printer, PrinterRequest const& request, FileSystem const& files,
                            SettingReader const& reader) {
    OutputCondition& condition = printer.condition;
    bool const claims = printer.standard != PrintStandard::pdf;
    Span const span = claims && condition.icc.empty() ? reader.span("standard") : reader.span("condition.icc");
    if (condition.icc.empty()) {
        if (printer.colour == PressColour::srgb) return {};
        return no_condition(span, fmt::format("the printer profile \"{}\" names no ICC profile", printer.name));
    }
    SettingsFamily const family = family_of_printers(request.folder, request.publication_folder);
    std::string const own = join_path(request.publication_folder, condition.icc);
    std::string const path = files.exists(own) ? own : join_path(join_path(request.folder, "icc"), condition.icc);
    if (!may_be_read(path, family, files))
        return failure(Code::file_outside, span, fmt::format("\"{}\" lies outside of the publication", condition.icc),
                       {"copy the ICC profile into the publication's folder"});
    auto bytes = files.read(path);
    if (!bytes) return no_condition(span, fmt::format("there is no ICC profile \"{}\"", condition.icc));
    if (!is_press_profile(*bytes))
        return no_condition(span, fmt::format("\"{}\" is no ICC profile of a press in CMYK", condition.icc));
    condition.profile = std::make_shared<Bytes const>(std::move(*bytes));
    return {};
}

} // namespace

Result<PrinterProfile> load_printer(PrinterRequest const& request, FileSystem const& files, SourceMap& sources,
                                    Diagnostics& diagnostics) {
    PrinterProfile printer;
    printer.name = request.name.empty() ? default_printer : request.name;
    auto settings =
        read_with_parents(printer.name, request.name_span,
                          family_of_printers(request.folder, request.publication_folder), files, sources, diagnostics);
    if (!settings) return Failure(settings.error());
    for (Override const& change : request.overrides)
        for (auto& [key, setting] : parse_override(change.key, change.toml, change.span, diagnostics))
            settings->insert_or_assign(key, setting);
    SettingReader reader(*settings, diagnostics);
    bind_printer(reader, printer);
    reader.report_unknown();
    if (printer.title.empty()) printer.title = printer.name;
    printer.origins = reader.origins();
    if (auto read = read_condition(printer, request, files, reader); !read) return Failure(read.error());
    return printer;
}

void apply_printer(PrinterProfile const& printer, Print& print) {
    print.page.bleed = printer.bleed;
    if (print.page.binding != "none" && print.pages.exact == 0)
        print.pages.multiple = std::lcm(print.pages.multiple, printer.pages.multiple);
}

std::vector<std::string> list_printers(std::string const& folder, FileSystem const& files) {
    return list_family(family_of_printers(folder, ""), files);
}

std::vector<std::string> known_printer_keys() {
    Settings const nothing;
    Diagnostics ignored;
    SettingReader reader(nothing, ignored);
    PrinterProfile printer;
    bind_printer(reader, printer);
    std::vector<std::string> keys(reader.known().begin(), reader.known().end());
    keys.insert(std::upper_bound(keys.begin(), keys.end(), "extends"), "extends");
    return keys;
}

} // namespace quoin::style
