// Imposition: the sheets are read back from the file, folded, and leafed through.

#include "pdf/impose.hpp"

#include "pdf/folding.hpp"
#include "pdf/press_profile.hpp"
#include "pdf/sample_pages.hpp"
#include "pdf/write_pdf.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

namespace quoin::pdf::test {

namespace {

constexpr double width = 420, height = 595, bleed = 9; // points, about A5

struct InteriorKind {
    std::size_t pages = 16;
    std::size_t odd_one = 0; // this page has another size
    bool encrypted = false, turned = false;
};

Bytes interior(InteriorKind const& kind) {
    QPDF file;
    file.emptyPDF();
    auto const box = [](double a, double b, double c, double d) {
        return QPDFObjectHandle::newArray(QPDFObjectHandle::Rectangle(a, b, c, d));
    };
    for (std::size_t number = 1; number <= kind.pages; ++number) {
        double const more = number == kind.odd_one ? 20 : 0;
        auto page = QPDFObjectHandle::newDictionary();
        page.replaceKey("/Type", QPDFObjectHandle::newName("/Page"));
        page.replaceKey("/MediaBox", box(0, 0, width + 2 * bleed + 40 + more, height + 2 * bleed + 40));
        page.replaceKey("/BleedBox", box(20, 20, 20 + width + 2 * bleed + more, 20 + height + 2 * bleed));
        page.replaceKey("/TrimBox", box(20 + bleed, 20 + bleed, 20 + bleed + width + more, 20 + bleed + height));
        page.replaceKey("/Resources", QPDFObjectHandle::newDictionary());
        if (kind.turned) page.replaceKey("/Rotate", QPDFObjectHandle::newInteger(90));
        page.replaceKey("/Contents", file.makeIndirectObject(QPDFObjectHandle::newStream(
                                         &file, "(page " + std::to_string(number) + ") pop")));
        file.addPage(file.makeIndirectObject(page), false);
    }
    QPDFWriter writer(file);
    writer.setOutputMemory();
    writer.setStaticID(true);
    if (kind.encrypted)
        writer.setR6EncryptionParameters("", "owner", true, true, true, true, true, true, qpdf_r3p_full, true);
    writer.write();
    auto const buffer = writer.getBufferSharedPointer();
    return {buffer->getBuffer(), buffer->getBuffer() + buffer->getSize()};
}

Imposition imposition(std::string_view scheme) {
    Imposition wanted;
    REQUIRE(read_scheme(scheme, wanted.scheme));
    return wanted;
}

std::vector<Side> sides_of(Sheets const& sheets) {
    ReadBack file(sheets.bytes);
    return read_sides(file, 20 + bleed, 20 + bleed, width, height);
}

/// Folded so often that a single page lies on the table, by the file's own fold marks.
Sheet fold(Side const& front, Side const& back, std::string const& order) {
    Sheet sheet(front, back);
    std::vector<double> xs = front.upright_folds, ys = front.level_folds;
    for (char const each : order) {
        std::vector<double>& lines = each == 'x' ? xs : ys;
        REQUIRE(lines.size() % 2 == 1);
        std::size_t const middle = lines.size() / 2;
        if (each == 'x') {
            sheet.fold_left_behind(lines[middle]);
            lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(middle) + 1);
        } else {
            sheet.fold_top_behind(lines[middle]);
            lines.resize(middle); // the lower part stays
        }
    }
    CHECK(xs.empty());
    CHECK(ys.empty());
    return sheet;
}

/// The pages of leaves that lie on each other, as a reader turns them. The fold of the spine is left of a right-hand page.
std::vector<int> leaf_through(std::vector<Leaf> const& leaves, double spine, double gap) {
    std::vector<int> pages;
    for (Leaf const& leaf : leaves) {
        for (Face const* face : {&leaf.front, &leaf.back}) {
            pages.push_back(face->page);
            if (face->page == 0) continue;
            CHECK(face->upright);
            CHECK(face->left == Approx(spine + gap).margin(0.01));
            CHECK(face->bottom == Approx(leaves.front().front.bottom).margin(0.01));
            CHECK(face->clip_left >= spine - 0.01); // nothing is drawn across the fold
        }
    }
    return pages;
}

std::vector<int> counted(std::size_t pages) {
    std::vector<int> list;
    for (std::size_t page = 1; page <= pages; ++page) list.push_back(static_cast<int>(page));
    return list;
}

Code code_of(Result<Sheets> const& result) {
    REQUIRE_FALSE(result);
    return result.error().code;
}

} // namespace

TEST_CASE("folded signatures read from the first page to the last") {
    struct Case {
        std::size_t size;
        std::string folds;
    };
    for (Case const& each : {Case{4, "x"}, Case{8, "yx"}, Case{16, "xyx"}, Case{32, "yxyx"}}) {
        CAPTURE(each.size);
        Imposition wanted = imposition("signature-" + std::to_string(each.size));
        wanted.milling = Length::points(8);
        auto const sheets = impose(interior({each.size * 3}), "book.pdf", wanted);
        REQUIRE(sheets);
        CHECK(sheets->blanks == 0);
        auto const sides = sides_of(*sheets);
        REQUIRE(sides.size() == 6);
        std::vector<int> book;
        for (std::size_t sheet = 0; sheet < 3; ++sheet) {
            Sheet const folded = fold(sides[2 * sheet], sides[2 * sheet + 1], each.folds);
            auto const pages = leaf_through(folded.leaves(), sides[0].upright_folds.back(), 8);
            book.insert(book.end(), pages.begin(), pages.end());
        }
        CHECK(book == counted(each.size * 3));
    }
}

TEST_CASE("sheets of a saddle stitch read on from one to the next inside it") {
    for (std::size_t const pages : {4, 12, 48}) {
        CAPTURE(pages);
        auto const sheets = impose(interior({pages}), "issue.pdf", imposition("saddle"));
        REQUIRE(sheets);
        auto const sides = sides_of(*sheets);
        REQUIRE(sides.size() == pages / 2);
        std::vector<Leaf> before, after;
        double spine = 0;
        for (std::size_t sheet = 0; sheet < sides.size() / 2; ++sheet) {
            auto const folded = fold(sides[2 * sheet], sides[2 * sheet + 1], "x");
            REQUIRE(folded.leaves().size() == 2);
            before.push_back(folded.leaves()[0]);
            after.insert(after.begin(), folded.leaves()[1]);
            spine = sides[0].upright_folds.at(0);
        }
        before.insert(before.end(), after.begin(), after.end());
        CHECK(leaf_through(before, spine, 0) == counted(pages));
    }
}

TEST_CASE("pages that are missing stay blank at the end") {
    auto const sheets = impose(interior({6}), "issue.pdf", imposition("saddle"));
    REQUIRE(sheets);
    CHECK(sheets->blanks == 2);
    auto const sides = sides_of(*sheets);
    REQUIRE(sides.size() == 4);
    CHECK(sides[0].faces.size() == 1); // 8 | 1
    CHECK(sides[0].faces[0].page == 1);
    CHECK(sides[0].faces[0].left > sides[0].width / 2 - 1);
    CHECK(sides[1].faces.size() == 1); // 2 | 7
    CHECK(sides[2].faces.size() == 2); // 6 | 3
    auto const signature = impose(interior({17}), "book.pdf", imposition("signature-16"));
    REQUIRE(signature);
    CHECK(signature->blanks == 15);
    CHECK(signature->sides == 4);
}

TEST_CASE("inner sheets creep towards the fold, and nothing crosses it") {
    Imposition wanted = imposition("saddle");
    wanted.creep = Length::from_points(0.5);
    auto const sheets = impose(interior({32}), "issue.pdf", wanted);
    REQUIRE(sheets);
    auto const sides = sides_of(*sheets);
    for (std::size_t index = 0; index < sides.size(); ++index) {
        Side const& side = sides[index];
        double const fold = side.upright_folds.at(0), moved = 0.5 * static_cast<double>(index / 2);
        CAPTURE(index);
        REQUIRE(side.faces.size() == 2);
        CHECK(side.faces[0].right == Approx(fold + moved).margin(0.01));
        CHECK(side.faces[1].left == Approx(fold - moved).margin(0.01));
        CHECK(side.faces[0].clip_right == Approx(fold).margin(0.01));
        CHECK(side.faces[1].clip_left == Approx(fold).margin(0.01));
        // The outer clips follow the cut, which is one for all sheets.
        CHECK(side.faces[0].clip_left == Approx(sides[0].faces[0].clip_left).margin(0.01));
    }
}

TEST_CASE("so many pages on a side stand in reading order with their bleed") {
    auto const sheets = impose(interior({7}), "proof.pdf", imposition("6-up"));
    REQUIRE(sheets);
    auto const sides = sides_of(*sheets);
    REQUIRE(sides.size() == 2);
    REQUIRE(sides[0].faces.size() == 6);
    for (std::size_t cell = 0; cell < 6; ++cell) {
        Face const& face = sides[0].faces[cell];
        CHECK(face.page == static_cast<int>(cell) + 1);
        CHECK(face.left - face.clip_left == Approx(bleed).margin(0.01));
        CHECK(face.left == Approx(sides[0].faces[cell % 3].left).margin(0.01));   // columns
        CHECK(face.top == Approx(sides[0].faces[cell / 3 * 3].top).margin(0.01)); // rows
    }
    CHECK(sides[0].faces[3].top < sides[0].faces[0].bottom);
    CHECK(sides[0].faces[1].left - sides[0].faces[0].right == Approx(2 * bleed).margin(0.01));
    CHECK(sides[1].faces.size() == 1);
    CHECK(sides[0].upright_folds.empty());
}

TEST_CASE("collating bars make a stair, one step a signature, on the outside of the fold") {
    Imposition wanted = imposition("signature-8");
    wanted.milling = Length::points(8);
    auto const sheets = impose(interior({24}), "book.pdf", wanted);
    REQUIRE(sheets);
    ReadBack file(sheets->bytes);
    auto const bar = [&](std::size_t side) {
        std::string const content = file.content(side);
        auto const at = content.find("0 0 0 1 k ");
        return at == std::string::npos ? std::string() : content.substr(at, content.find("re f", at) - at);
    };
    CHECK_FALSE(bar(0).empty());
    CHECK(bar(1).empty()); // the back is inside
    CHECK(bar(0) != bar(2));
    CHECK(bar(2) != bar(4));
    wanted.marks = false;
    auto const bare = impose(interior({24}), "book.pdf", wanted);
    REQUIRE(bare);
    CHECK(ReadBack(bare->bytes).content(0).find(" k ") == std::string::npos);
    CHECK(bare->sheet.width < sheets->sheet.width);
}

TEST_CASE("intent, information and metadata of a print file stay, and its boxes are those of a sheet") {
    for (auto const kind : {Edition::Kind::x4, Edition::Kind::x1a}) {
        Edition edition;
        edition.kind = kind;
        edition.intent = {std::make_shared<Bytes const>(press_profile()), "TEST", "a press of the tests"};
        Pool pool(1);
        auto const book = write_pdf(small_issue(), edition, pool);
        REQUIRE(book);
        auto const sheets = impose(*book, "book.pdf", imposition("saddle"));
        REQUIRE(sheets);
        ReadBack before(*book), after(sheets->bytes);
        CHECK(after.file().getPDFVersion() == before.file().getPDFVersion());
        auto const intent = [](ReadBack& file) { return file.root().getKey("/OutputIntents").getArrayItem(0); };
        CHECK(intent(after).getKey("/OutputConditionIdentifier").getUTF8Value() == "TEST");
        CHECK(after.stream(intent(after).getKey("/DestOutputProfile")) ==
              before.stream(intent(before).getKey("/DestOutputProfile")));
        CHECK(after.stream(after.root().getKey("/Metadata")) == before.stream(before.root().getKey("/Metadata")));
        CHECK(after.file().getTrailer().getKey("/Info").unparseResolved() ==
              before.file().getTrailer().getKey("/Info").unparseResolved());
        CHECK_FALSE(after.root().hasKey("/PageLabels"));
        auto page = after.page(0);
        for (char const* const key : {"/MediaBox", "/CropBox", "/BleedBox", "/TrimBox"}) CHECK(page.hasKey(key));
        auto const box = [&](char const* key) { return page.getKey(key).getArrayAsRectangle(); };
        CHECK(box("/TrimBox").llx > box("/BleedBox").llx);
        CHECK(box("/BleedBox").llx >= box("/MediaBox").llx);
        int status = -1;
        std::string const said =
            output_of("qpdf --check '" + write_file("sheets.pdf", sheets->bytes) + "' 2>&1", status);
        CAPTURE(said);
        CHECK(status == 0);
    }
}

TEST_CASE("the same interior gives the same sheets") {
    auto const once = impose(interior({20}), "a.pdf", imposition("signature-16"));
    auto const twice = impose(interior({20}), "a.pdf", imposition("signature-16"));
    REQUIRE(once);
    REQUIRE(twice);
    CHECK(once->bytes == twice->bytes);
}

TEST_CASE("what is no whole PDF is refused") {
    CHECK(code_of(impose({}, "x.pdf", imposition("saddle"))) == Code::pdf_unreadable);
    CHECK(code_of(impose(to_bytes("a letter to the printer"), "x.pdf", imposition("saddle"))) == Code::pdf_unreadable);
    Bytes half = interior({16});
    half.resize(half.size() / 2);
    CHECK(code_of(impose(half, "x.pdf", imposition("saddle"))) == Code::pdf_unreadable);
    CHECK(code_of(impose(interior({0}), "x.pdf", imposition("saddle"))) == Code::pdf_unreadable);
    CHECK(code_of(impose(interior({4, 0, true}), "x.pdf", imposition("saddle"))) == Code::pdf_encrypted);
}

TEST_CASE("pages that do not go together are refused") {
    auto const mixed = impose(interior({8, 5}), "x.pdf", imposition("saddle"));
    CHECK(code_of(mixed) == Code::page_sizes_mixed);
    CHECK(mixed.error().message.find("page 5") != std::string::npos);
    CHECK(code_of(impose(interior({8, 0, false, true}), "x.pdf", imposition("saddle"))) == Code::page_sizes_mixed);
}

TEST_CASE("sheets that cannot be are refused") {
    Imposition small = imposition("signature-8");
    small.sheet = {Length::points(600), Length::points(800)};
    CHECK(code_of(impose(interior({8}), "x.pdf", small)) == Code::imposition_impossible);
    CHECK(code_of(impose(interior({2}), "x.pdf", imposition("61-up"))) == Code::imposition_impossible);
    Imposition thick = imposition("saddle");
    thick.creep = Length::points(5);
    CHECK(code_of(impose(interior({64}), "x.pdf", thick)) == Code::imposition_impossible);
    Imposition milled = imposition("signature-8");
    milled.milling = Length::points(200);
    CHECK(code_of(impose(interior({8}), "x.pdf", milled)) == Code::imposition_impossible);
    Scheme scheme;
    for (char const* const word :
         {"", "fold", "signature-7", "1-up", "65-up", "4up", "99999999999999999999-up", "-4-up"})
        CHECK_FALSE(read_scheme(word, scheme));
}

TEST_CASE("a damaged interior is refused or imposed, and never more than that") {
    Bytes const whole = interior({8});
    std::size_t refused = 0;
    for (std::size_t at = 0; at < whole.size(); at += 7) {
        Bytes damaged = whole;
        damaged[at] = static_cast<std::uint8_t>(damaged[at] ^ 0x55U);
        auto const sheets = impose(damaged, "x.pdf", imposition("signature-8"));
        if (!sheets) ++refused;
        if (sheets) CHECK(sheets->sides == 2);
    }
    CHECK(refused > 0);
}

} // namespace quoin::pdf::test
