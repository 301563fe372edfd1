#include "pdf/font_objects.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <map>

namespace quoin::pdf {

namespace {

/// Used glyphs in the order of their codes.
std::vector<std::size_t> glyphs_by_code(FontSubset const& font) {
    std::vector<std::size_t> glyphs;
    for (std::size_t glyph = 0; glyph < font.texts.used.size(); ++glyph) {
        if (font.texts.used[glyph]) glyphs.push_back(glyph);
    }
    std::sort(glyphs.begin(), glyphs.end(), [&](auto a, auto b) { return font.codes[a].code < font.codes[b].code; });
    return glyphs;
}

void put_utf16(ContentBuffer& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        std::uint32_t const character = next_character(text, at);
        if (character >= 0x10000) {
            out.put(hex_code(0xd800 + ((character - 0x10000) >> 10)));
            out.put(hex_code(0xdc00 + (character & 0x3ff)));
        } else {
            out.put(hex_code(character));
        }
    }
}

/// ISO 32000-1, 9.10.3. At most 100 entries stand between beginbfchar and endbfchar (Adobe Technical Note 5014).
void put_to_unicode(ContentBuffer& out, FontSubset const& font) {
    constexpr std::size_t block = 100;
    out.put("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    auto const glyphs = glyphs_by_code(font);
    for (std::size_t first = 0; first < glyphs.size(); first += block) {
        auto const last = std::min(first + block, glyphs.size());
        out.put_integer(static_cast<std::int64_t>(last - first));
        out.put(" beginbfchar\n");
        for (auto index = first; index < last; ++index) {
            out.put('<');
            out.put(font.codes[glyphs[index]].hex);
            out.put("> <");
            put_utf16(out, font.texts.text[glyphs[index]]);
            out.put(">\n");
        }
        out.put("endbfchar\n");
    }
    out.put("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
}

/// DW and W: widths of consecutive codes in one array.
struct Widths {
    std::int32_t usual = 0;
    Object list;
};

Object width(std::int32_t advance) { return fixed(advance, 3); } // a millionth of an em is a thousandth of a unit

Widths make_widths(FontSubset const& font) {
    std::map<std::int32_t, int> counts;
    auto const glyphs = glyphs_by_code(font);
    for (auto glyph : glyphs) ++counts[font.codes[glyph].advance];
    Widths widths;
    int best = 0;
    for (auto const& [advance, count] : counts) {
        if (count > best) {
            best = count;
            widths.usual = advance;
        }
    }
    widths.list = Object::newArray();
    // Every used glyph is listed, those of the usual width too: checkers compare W with the program.
    for (std::size_t first = 0; first < glyphs.size();) {
        auto const start = font.codes[glyphs[first]].code;
        auto row = Object::newArray();
        auto last = first;
        while (last < glyphs.size() && font.codes[glyphs[last]].code == start + (last - first)) {
            row.appendItem(width(font.codes[glyphs[last]].advance));
            ++last;
        }
        widths.list.appendItem(integer(start));
        widths.list.appendItem(row);
        first = last;
    }
    return widths;
}

Object make_descriptor(QPDF& file, FontSubset const& font, FontStreams const& streams) {
    auto const& metrics = font.metrics;
    auto box = Object::newArray();
    for (int const side : metrics.box) box.appendItem(integer(side));
    Entries entries{{"/Type", name("/FontDescriptor")},
                    {"/FontName", name('/' + font.tagged_name)},
                    {"/Flags", integer(4)}, // symbolic: the codes are glyph numbers
                    {"/FontBBox", box},
                    {"/ItalicAngle", fixed(static_cast<std::int64_t>(metrics.italic_angle * 100), 2)},
                    {"/Ascent", integer(metrics.ascent)},
                    {"/Descent", integer(metrics.descent)},
                    {"/CapHeight", integer(metrics.cap_height)},
                    {"/StemV", integer(metrics.stem)}};
    if (font.cff) {
        // The CFF table alone: the subtype OpenType needs PDF 1.6, too late for PDF/X-1a.
        entries["/FontFile3"] = stream(file, streams.program, {{"/Subtype", name("/CIDFontType0C")}}, "/FlateDecode");
    } else {
        entries["/FontFile2"] =
            stream(file, streams.program, {{"/Length1", integer(static_cast<long long>(font.program.size()))}},
                   "/FlateDecode");
    }
    return file.makeIndirectObject(dictionary(entries));
}

} // namespace

FontStreams compress_font(FontSubset const& font, Compressor const& compressor) {
    if (!font.used) return {};
    ContentBuffer map;
    put_to_unicode(map, font);
    return {compressor.compress(font.program), compressor.compress(map.bytes())};
}

Object make_font(QPDF& file, FontSubset const& font, FontStreams const& streams) {
    auto const widths = make_widths(font);
    Entries descendant{{"/Type", name("/Font")},
                       {"/Subtype", name(font.cff ? "/CIDFontType0" : "/CIDFontType2")},
                       {"/BaseFont", name('/' + font.tagged_name)},
                       {"/CIDSystemInfo", dictionary({{"/Registry", bytes_string("Adobe")},
                                                      {"/Ordering", bytes_string("Identity")},
                                                      {"/Supplement", integer(0)}})},
                       {"/FontDescriptor", make_descriptor(file, font, streams)},
                       {"/DW", width(widths.usual)},
                       {"/W", file.makeIndirectObject(widths.list)}};
    if (!font.cff) descendant["/CIDToGIDMap"] = name("/Identity");
    // ISO 32000-1, 9.7.6.1: a Type0 font with CFF outlines is called after its CIDFont and its CMap.
    auto const base = '/' + font.tagged_name + (font.cff ? "-Identity-H" : "");
    return file.makeIndirectObject(
        dictionary({{"/Type", name("/Font")},
                    {"/Subtype", name("/Type0")},
                    {"/BaseFont", name(base)},
                    {"/Encoding", name("/Identity-H")},
                    {"/DescendantFonts", array({file.makeIndirectObject(dictionary(descendant))})},
                    {"/ToUnicode", stream(file, streams.to_unicode, {}, "/FlateDecode")}}));
}

} // namespace quoin::pdf
