#include "pdf/impose_pages.hpp"

#include "pdf/content_buffer.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace quoin::pdf {

namespace {

constexpr std::size_t most_pages = 20000;
Box read_box(Object page, char const* key, std::size_t number) {
    auto stated = QPDFPageObjectHelper(page).getAttribute(key, false);
    if (!stated.isRectangle())
        throw Refusal{Code::pdf_unreadable, fmt::format("page {} has no {} that is a rectangle", number, key), ""};
    auto const side = [&](int index) { return pdf::number(stated.getArrayItem(index)); };
    Box const box{std::min(side(0), side(2)), std::min(side(1), side(3)), std::max(side(0), side(2)),
                  std::max(side(1), side(3))};
    for (double const each : {box.left, box.bottom, box.right, box.top})
        if (!std::isfinite(each) || std::abs(each) > largest_side)
            throw Refusal{Code::pdf_unreadable, fmt::format("page {} is larger than a PDF can be", number), ""};
    if (box.width() < 1 || box.height() < 1)
        throw Refusal{Code::pdf_unreadable, fmt::format("page {} has no area", number), ""};
    return box;
}

bool has(Object page, char const* key) { return !QPDFPageObjectHelper(page).getAttribute(key, false).isNull(); }

Box smaller(Box const& a, Box const& b) {
    return {std::max(a.left, b.left), std::max(a.bottom, b.bottom), std::min(a.right, b.right), std::min(a.top, b.top)};
}

double in_millimetres(double points) { return Length::from_points(points).in_millimetres(); }

Object rectangle_of(Box const& of) {
    auto const side = [](double points) { return ContentBuffer::thousandths(Length::from_points(points)); };
    return rectangle(side(of.left), side(of.bottom), side(of.right), side(of.top));
}

constexpr char const* take_another = "take the -print.pdf of a finished build";

void open(QPDF& file, Bytes const& bytes, std::string const& path) {
    file.setSuppressWarnings(true);
    file.setAttemptRecovery(false); // a file that has to be guessed at is none to print from
    try {
        file.processMemoryFile(path.c_str(), reinterpret_cast<char const*>(bytes.data()), bytes.size());
    } catch (QPDFExc const& problem) {
        if (problem.getErrorCode() == qpdf_e_password)
            throw Refusal{Code::pdf_encrypted, fmt::format("\"{}\" asks for a password", path), take_another};
        throw Refusal{Code::pdf_unreadable, fmt::format("\"{}\" is no whole PDF: {}", path, problem.getMessageDetail()),
                      take_another};
    }
    if (file.isEncrypted()) throw Refusal{Code::pdf_encrypted, fmt::format("\"{}\" is encrypted", path), take_another};
}

void refuse_other_size(Box const& trim, Box const& first, std::size_t number) {
    constexpr double tolerance = 0.05; // points: what rounding makes of one size
    if (std::abs(trim.width() - first.width()) <= tolerance && std::abs(trim.height() - first.height()) <= tolerance)
        return;
    throw Refusal{Code::page_sizes_mixed,
                  fmt::format("page {} is {:.1f} × {:.1f} mm, page 1 is {:.1f} × {:.1f} mm", number,
                              in_millimetres(trim.width()), in_millimetres(trim.height()),
                              in_millimetres(first.width()), in_millimetres(first.height())),
                  "impose pages of one size; a cover sheet is a file of its own"};
}

InteriorPage read_page(QPDF& file, Object page, std::size_t number) {
    InteriorPage source;
    Box const media = read_box(page, "/MediaBox", number);
    Box const crop = has(page, "/CropBox") ? smaller(read_box(page, "/CropBox", number), media) : media;
    source.trim = has(page, "/TrimBox") ? smaller(read_box(page, "/TrimBox", number), media) : crop;
    source.bleed = has(page, "/BleedBox") ? smaller(read_box(page, "/BleedBox", number), media) : source.trim;
    if (source.trim.width() < 1 || source.trim.height() < 1)
        throw Refusal{Code::pdf_unreadable, fmt::format("the trimmed area of page {} lies outside of it", number), ""};
    auto turned = QPDFPageObjectHelper(page).getAttribute("/Rotate", false);
    if ((turned.isInteger() && turned.getIntValue() % 360 != 0) || has(page, "/UserUnit"))
        throw Refusal{Code::page_sizes_mixed, fmt::format("page {} is turned or scaled by its own entry", number),
                      "write the interior with upright pages, as quoin does"};
    source.form = file.makeIndirectObject(QPDFPageObjectHelper(page).getFormXObjectForPage(false));
    source.form.getDict().replaceKey("/BBox", rectangle_of(source.bleed));
    return source;
}

/// The least distance between trim and bleed.
double bleed_of(InteriorPage const& page) {
    return std::min({page.trim.left - page.bleed.left, page.trim.bottom - page.bleed.bottom,
                     page.bleed.right - page.trim.right, page.bleed.top - page.trim.top});
}

} // namespace

Interior read_interior(QPDF& file, Bytes const& bytes, std::string const& path) {
    open(file, bytes, path);
    auto const pages = file.getAllPages();
    if (pages.empty()) throw Refusal{Code::pdf_unreadable, fmt::format("\"{}\" has no pages", path), ""};
    if (pages.size() > most_pages)
        throw Refusal{Code::imposition_impossible, fmt::format("{} pages are more than one book has", pages.size()),
                      fmt::format("at most {} pages are imposed at once", most_pages)};
    Interior interior;
    double bleed = largest_side;
    for (Object page : pages) {
        interior.pages.push_back(read_page(file, page, interior.pages.size() + 1));
        refuse_other_size(interior.pages.back().trim, interior.pages.front().trim, interior.pages.size());
        bleed = std::min(bleed, bleed_of(interior.pages.back()));
        if (interior.group.isNull() && page.hasKey("/Group")) interior.group = page.getKey("/Group");
    }
    Box const& first = interior.pages.front().trim;
    interior.trim = {Length::from_points(first.width()), Length::from_points(first.height())};
    interior.bleed = Length::from_points(std::max(bleed, 0.0));
    return interior;
}

} // namespace quoin::pdf
