#include "pdf/impose.hpp"

#include "pdf/content_buffer.hpp"
#include "pdf/impose_pages.hpp"
#include "pdf/sheet_geometry.hpp"
#include "pdf/sheet_marks.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::pdf {

namespace {

class Imposer {
  public:
    Imposer(Bytes const& bytes, std::string const& path, Imposition const& imposition)
        : bytes_(bytes), path_(path), imposition_(imposition) {}

    Sheets run() {
        interior_ = read_interior(file_, bytes_, path_);
        Sheets sheets;
        sheets.pages = interior_.pages.size();
        SheetPlan const plan = plan_sheets(interior_.pages.size(), imposition_.scheme);
        SheetGeometry const geometry(plan, imposition_, interior_.trim, interior_.bleed);
        check(plan, geometry);
        std::vector<Object> sides;
        for (SheetSide const& side : plan.sides) sides.push_back(make_side(plan, geometry, side));
        replace_pages(sides);
        sheets.blanks = plan.blanks;
        sheets.sides = sides.size();
        sheets.sheet = geometry.sheet();
        sheets.bytes = write();
        return sheets;
    }

  private:
    [[noreturn]] void refuse(Code code, std::string message, std::string hint = "") const {
        throw Refusal{code, std::move(message), std::move(hint)};
    }

    static Object box(Point corner, Size size, Length around) {
        auto const side = [](Length length) { return ContentBuffer::thousandths(length); };
        return rectangle(side(corner.x - around), side(corner.y - around), side(corner.x + size.width + around),
                         side(corner.y + size.height + around));
    }

    void check(SheetPlan const& plan, SheetGeometry const& geometry) const {
        Size const needed = geometry.needed(), sheet = geometry.sheet();
        if (needed.width > sheet.width || needed.height > sheet.height)
            refuse(Code::imposition_impossible,
                   fmt::format("{} × {} pages with what is cut off and marked need {:.1f} × {:.1f} mm, the sheet has "
                               "{:.1f} × {:.1f} mm",
                               plan.columns, plan.rows, needed.width.in_millimetres(), needed.height.in_millimetres(),
                               sheet.width.in_millimetres(), sheet.height.in_millimetres()),
                   "name a larger sheet, turn it, or leave the marks out with --no-marks");
        if (std::max(sheet.width, sheet.height).in_points() > largest_side)
            refuse(Code::imposition_impossible,
                   fmt::format("a sheet of {:.0f} × {:.0f} mm is larger than a PDF page can be",
                               sheet.width.in_millimetres(), sheet.height.in_millimetres()),
                   "put fewer pages on a side");
        if (imposition_.creep.units < 0 || imposition_.milling.units < 0)
            refuse(Code::imposition_impossible, "creep and milling are distances and not below zero");
        std::size_t deepest = 0;
        for (SheetSide const& side : plan.sides)
            for (PlacedPage const& page : side.pages) deepest = std::max(deepest, page.depth);
        Length const whole = imposition_.creep * static_cast<std::int64_t>(deepest);
        // More than this is no creep but a wrong figure, or a book too thick to be stapled.
        if (whole > interior_.trim.width / 10 || imposition_.milling > interior_.trim.width / 10)
            refuse(Code::imposition_impossible,
                   fmt::format("the innermost pages would move by {:.1f} mm, more than a tenth of their width",
                               std::max(whole, imposition_.milling).in_millimetres()),
                   "look at --creep and --milling; a thick book is better bound from signatures");
    }

    void place(ContentBuffer& out, SheetGeometry const& geometry, PlacedPage const& placed) const {
        PagePlace const at = geometry.place(placed, imposition_.creep * static_cast<std::int64_t>(placed.depth));
        Box const& trim = interior_.pages[placed.page].trim;
        Length const left = Length::from_points(trim.left), bottom = Length::from_points(trim.bottom);
        out.put("q ");
        for (Length const each :
             {at.corner.x - at.left, at.corner.y - at.bottom, interior_.trim.width + at.left + at.right,
              interior_.trim.height + at.bottom + at.top})
            out.put_operand(each);
        out.put("re W n ");
        if (placed.turned) {
            out.put("-1 0 0 -1 ");
            out.put_operand(at.corner.x + interior_.trim.width + left);
            out.put_operand(at.corner.y + interior_.trim.height + bottom);
        } else {
            out.put("1 0 0 1 ");
            out.put_operand(at.corner.x - left);
            out.put_operand(at.corner.y - bottom);
        }
        out.put("cm /P");
        out.put_integer(static_cast<std::int64_t>(placed.page + 1));
        out.put(" Do Q\n");
    }

    Object make_side(SheetPlan const& plan, SheetGeometry const& geometry, SheetSide const& side) {
        ContentBuffer out;
        auto forms = Object::newDictionary();
        for (PlacedPage const& placed : side.pages) {
            place(out, geometry, placed);
            forms.replaceKey("/P" + std::to_string(placed.page + 1), interior_.pages[placed.page].form);
        }
        auto resources = dictionary({{"/XObject", forms}});
        if (imposition_.marks) {
            write_marks(out, geometry, plan, side);
            resources.replaceKey("/ColorSpace", dictionary({{"/All", all_inks()}}));
        }
        Object const media = box({}, geometry.sheet(), {});
        Entries page{{"/Type", name("/Page")},
                     {"/MediaBox", media},
                     {"/CropBox", media},
                     {"/BleedBox", box(geometry.trim_corner(), geometry.trim_size(), geometry.bleed())},
                     {"/TrimBox", box(geometry.trim_corner(), geometry.trim_size(), {})},
                     {"/Resources", resources},
                     {"/Contents", own_stream(file_, std::string(out.view()), {}, "")}};
        if (!interior_.group.isNull()) page["/Group"] = interior_.group;
        return file_.makeIndirectObject(dictionary(page));
    }

    /// Marks stand on every plate (ISO 32000-1, 8.6.6.4).
    Object all_inks() {
        if (all_inks_.isNull())
            all_inks_ = file_.makeIndirectObject(
                array({name("/Separation"), name("/All"), name("/DeviceCMYK"),
                       dictionary({{"/FunctionType", integer(2)},
                                   {"/Domain", array({integer(0), integer(1)})},
                                   {"/C0", array({integer(0), integer(0), integer(0), integer(0)})},
                                   {"/C1", array({integer(1), integer(1), integer(1), integer(1)})},
                                   {"/N", integer(1)}})}));
        return all_inks_;
    }

    /// Everything in the catalog that speaks of the pages as they were goes; what speaks of the whole stays.
    void replace_pages(std::vector<Object> const& sides) {
        auto root = file_.getRoot();
        auto tree = dictionary({{"/Type", name("/Pages")}});
        tree = file_.makeIndirectObject(tree);
        for (Object side : sides) side.replaceKey("/Parent", tree);
        tree.replaceKey("/Kids", array(sides));
        tree.replaceKey("/Count", integer(static_cast<long long>(sides.size())));
        bool const tagged = root.hasKey("/StructTreeRoot") || root.hasKey("/MarkInfo");
        for (char const* const key : {"/PageLabels", "/Outlines", "/StructTreeRoot", "/MarkInfo", "/Names", "/Dests",
                                      "/AcroForm", "/OpenAction", "/AA", "/Threads", "/PageMode", "/PageLayout"})
            root.removeKey(key);
        // The claim of a screen file to be accessible is none of its sheets.
        if (tagged) root.removeKey("/Metadata");
        root.replaceKey("/Pages", tree);
    }

    Bytes write() {
        QPDFWriter writer(file_);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setCompressStreams(true);
        writer.setDecodeLevel(qpdf_dl_none);
        writer.setObjectStreamMode(qpdf_o_preserve); // a file of version 1.4 has none and gets none
        writer.forcePDFVersion(file_.getPDFVersion());
        writer.write();
        auto const written = writer.getBufferSharedPointer();
        return {written->getBuffer(), written->getBuffer() + written->getSize()};
    }

    Bytes const& bytes_;
    std::string const& path_;
    Imposition const& imposition_;
    QPDF file_;
    Interior interior_;
    Object all_inks_ = Object::newNull();
};

} // namespace

Result<Sheets> impose(Bytes const& interior, std::string const& path, Imposition const& imposition) {
    try {
        return Imposer(interior, path, imposition).run();
    } catch (Refusal const& refusal) {
        std::vector<std::string> hints;
        if (!refusal.hint.empty()) hints.push_back(refusal.hint);
        return failure(refusal.code, {}, refusal.message, std::move(hints));
    } catch (std::exception const& problem) {
        return failure(Code::pdf_unreadable, {}, fmt::format("\"{}\" cannot be imposed: {}", path, problem.what()),
                       {"take the -print.pdf of a finished build"});
    }
}

} // namespace quoin::pdf
