#include "app/impose.hpp"

#include "app/outputs.hpp"
#include "pdf/impose.hpp"
#include "style/layout.hpp"
#include "style/printer.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>

namespace quoin::app {

namespace {

Failure wrong(std::string const& what, std::string const& value, std::string const& wanted) {
    return failure(Code::value_invalid, {}, fmt::format("{} cannot be \"{}\"", what, value), {"write " + wanted});
}

std::optional<Size> read_sheet(std::string const& text) {
    // ISO 216 and ISO 217, lying.
    static std::map<std::string, std::pair<double, double>> const named{
        {"A4", {297, 210}},  {"A3", {420, 297}},   {"A2", {594, 420}},   {"A1", {841, 594}},
        {"A0", {1189, 841}}, {"SRA3", {450, 320}}, {"SRA2", {640, 450}}, {"SRA1", {900, 640}},
        {"B3", {500, 353}},  {"B2", {707, 500}},   {"B1", {1000, 707}}};
    if (auto const found = named.find(text); found != named.end())
        return Size{Length::from_millimetres(found->second.first), Length::from_millimetres(found->second.second)};
    auto const cross = text.find('x');
    if (cross == std::string::npos) return std::nullopt;
    auto const width = read_length(text.substr(0, cross)), height = read_length(text.substr(cross + 1));
    if (!width || !height || width->units <= 0 || height->units <= 0) return std::nullopt;
    return Size{*width, *height};
}

/// The thickness of one leaf of the paper, as the layouts' defaults know it.
Result<Length> caliper_of(std::string const& paper, ImposeRequest const& request, FileSystem const& files,
                          SourceMap& sources, Diagnostics& diagnostics) {
    auto const layout = style::load_layout({"base", request.data.layouts, ".", {}, {}}, files, sources, diagnostics);
    if (!layout) return Failure(layout.error());
    std::string const& wanted = paper.empty() ? layout->print.paper : paper;
    auto const found = std::find_if(layout->papers.begin(), layout->papers.end(),
                                    [&](style::Paper const& each) { return each.name == wanted; });
    if (found != layout->papers.end()) return found->caliper;
    std::string names;
    for (style::Paper const& each : layout->papers) names += (names.empty() ? "" : ", ") + each.name;
    return failure(Code::value_invalid, {}, fmt::format("no paper is called \"{}\"", wanted),
                   {"name one of " + names + ", or say the creep itself: --creep 0.11mm"});
}

class Reader {
  public:
    Reader(ImposeRequest const& request, FileSystem const& files, SourceMap& sources, Diagnostics& diagnostics)
        : request_(request), files_(files), sources_(sources), diagnostics_(diagnostics) {}

    Result<pdf::Imposition> read() {
        auto const printer =
            style::load_printer({request_.profile, join_path(request_.data.layouts, "printers"), ".", {}, {}}, files_,
                                sources_, diagnostics_);
        if (!printer) return Failure(printer.error());
        pdf::Imposition wanted;
        wanted.marks = request_.marks;
        std::string const scheme =
            request_.scheme.empty() ? fmt::format("signature-{}", printer->imposition.signature) : request_.scheme;
        if (!pdf::read_scheme(scheme, wanted.scheme))
            return wrong("--scheme", scheme,
                         "saddle, signature-4, signature-8, signature-16, signature-32, or 2-up to 64-up");
        if (!request_.sheet.empty()) {
            auto const sheet = read_sheet(request_.sheet);
            if (!sheet)
                return wrong("--sheet", request_.sheet, "a size as 700mmx500mm, or A4 to A0, SRA3 to SRA1, B3 to B1");
            wanted.sheet = *sheet;
        }
        if (auto const problem = read_distances(wanted, printer->imposition.creep)) return Failure(*problem);
        return wanted;
    }

  private:
    std::optional<Diagnostic> read_distances(pdf::Imposition& wanted, double creep_factor) {
        using Kind = pdf::Scheme::Kind;
        // A perfect binding cuts the folds off before it is glued; a sewn one (--milling 0mm) does not.
        if (wanted.scheme.kind == Kind::signature) wanted.milling = Length::from_millimetres(3);
        if (auto problem = read_distance("--milling", request_.milling, wanted.milling)) return problem;
        if (!request_.creep.empty()) return read_distance("--creep", request_.creep, wanted.creep);
        if (wanted.scheme.kind != Kind::saddle) return std::nullopt;
        auto const caliper = caliper_of(request_.paper, request_, files_, sources_, diagnostics_);
        if (!caliper) return caliper.error();
        wanted.creep = caliper->scaled(static_cast<std::int64_t>(creep_factor * 1000 + 0.5), 1000);
        return std::nullopt;
    }

    static std::optional<Diagnostic> read_distance(char const* option, std::string const& text, Length& into) {
        if (text.empty()) return std::nullopt;
        auto const length = read_length(text);
        if (!length || length->units < 0) return wrong(option, text, "a length with its unit, as 0.11mm").value();
        into = *length;
        return std::nullopt;
    }

    ImposeRequest const& request_;
    FileSystem const& files_;
    SourceMap& sources_;
    Diagnostics& diagnostics_;
};

std::string summary_of(pdf::Sheets const& sheets, pdf::Scheme const& scheme) {
    bool const folded = scheme.kind != pdf::Scheme::Kind::n_up;
    std::string text = fmt::format("{} pages on {} {} of {:.1f} × {:.1f} mm", sheets.pages,
                                   folded ? sheets.sides / 2 : sheets.sides, folded ? "sheets, both sides," : "sides",
                                   sheets.sheet.width.in_millimetres(), sheets.sheet.height.in_millimetres());
    if (sheets.blanks > 0)
        text += fmt::format("; {} page{} at the end stay{} blank", sheets.blanks, sheets.blanks == 1 ? "" : "s",
                            sheets.blanks == 1 ? "s" : "");
    return text;
}

} // namespace

Result<ImposeOutcome> impose(ImposeRequest const& request, FileSystem const& files, SourceMap& sources,
                             Diagnostics& diagnostics) {
    auto const wanted = Reader(request, files, sources, diagnostics).read();
    if (!wanted) return Failure(wanted.error());
    if (diagnostics.has_errors()) return Failure(diagnostics.all().front());
    auto const interior = files.read(request.input);
    if (!interior) return Failure(interior.error());
    auto const sheets = pdf::impose(*interior, request.input, *wanted);
    if (!sheets) return Failure(sheets.error());
    if (auto const written = write_file(request.output, sheets->bytes); !written) return Failure(written.error());
    return ImposeOutcome{summary_of(*sheets, wanted->scheme)};
}

} // namespace quoin::app
