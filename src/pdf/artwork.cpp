#include "pdf/artwork.hpp"

#include "pdf/compressor.hpp"
#include "pdf/content_buffer.hpp"
#include "pdf/spot_space.hpp"

#include <algorithm>
#include <cmath>

namespace quoin::pdf {

namespace {

/// Any name of an ink as letters of a PDF name.
std::string hexadecimal(char letter) {
    auto const code = hex_code(static_cast<unsigned char>(letter));
    return {code[2], code[3]};
}

/// Rewrites the colour operators of a content stream. Tokens are kept back until their operator is known.
class ColourFilter final : public Object::TokenFilter {
  public:
    explicit ColourFilter(PressColours const& colours) : colours_(colours) {}

    void handleToken(QPDFTokenizer::Token const& token) override {
        if (token.getType() == QPDFTokenizer::tt_inline_image || token.getType() == QPDFTokenizer::tt_eof) {
            flush();
            writeToken(token);
            return;
        }
        pending_.push_back(token);
        if (token.getType() == QPDFTokenizer::tt_word && !rewrite(token.getValue())) flush();
    }
    void handleEOF() override { flush(); }
    /// Spot inks that were met, by the names of their colour spaces.
    [[nodiscard]] std::map<std::string, page::Ink const*> const& spots() const { return spots_; }

  private:
    void flush() {
        for (auto const& token : pending_) writeToken(token);
        pending_.clear();
    }

    [[nodiscard]] std::vector<double> numbers() const {
        std::vector<double> found;
        for (auto const& token : pending_) {
            if (token.getType() == QPDFTokenizer::tt_integer || token.getType() == QPDFTokenizer::tt_real) {
                found.push_back(number(token.getValue()));
            }
        }
        return found;
    }

    [[nodiscard]] bool has_name(std::string const& wanted) const {
        for (auto const& token : pending_) {
            if (token.getType() == QPDFTokenizer::tt_name && token.getValue() == wanted) return true;
        }
        return false;
    }

    bool rewrite(std::string const& op) {
        auto const operands = numbers();
        bool const stroke = !op.empty() && op[0] >= 'A' && op[0] <= 'Z';
        if (op == "rg" || op == "RG" || op == "g" || op == "G") {
            rgb_space_[stroke] = false;
            return write_colour(operands, stroke);
        }
        if (op == "cs" || op == "CS") {
            rgb_space_[stroke] = has_name("/DeviceRGB");
            if (!rgb_space_[stroke]) return false;
            write(stroke ? "/DeviceCMYK CS" : "/DeviceCMYK cs");
            pending_.clear();
            return true;
        }
        if ((op == "sc" || op == "SC" || op == "scn" || op == "SCN") && rgb_space_[stroke])
            return write_colour(operands, stroke);
        return false;
    }

    bool write_colour(std::vector<double> const& operands, bool stroke) {
        if (operands.size() != 1 && operands.size() != 3) return false;
        std::array<std::uint8_t, 3> rgb{};
        for (std::size_t part = 0; part < 3; ++part) {
            auto const value = operands[operands.size() == 1 ? 0 : part];
            rgb[part] = static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 1.0) * 255));
        }
        if (auto const* spot = colours_.drawing_spot(rgb)) {
            std::string space = "/Spot";
            for (char const letter : spot->name) space += hexadecimal(letter);
            write(' ' + space + (stroke ? " CS 1 SCN" : " cs 1 scn"));
            spots_.emplace(std::move(space), spot);
            pending_.clear();
            return true;
        }
        ContentBuffer out;
        out.put(' ');
        auto const found = known_.try_emplace(rgb);
        if (found.second) found.first->second = colours_.drawing_colour(rgb);
        for (int const amount : found.first->second) {
            out.put_fixed(amount, 3);
            out.put(' ');
        }
        out.put(stroke ? 'K' : 'k');
        write(std::string(out.view()));
        pending_.clear();
        return true;
    }

    PressColours const& colours_;
    std::vector<QPDFTokenizer::Token> pending_;
    std::array<bool, 2> rgb_space_{};
    std::map<std::string, page::Ink const*> spots_;
    std::map<std::array<std::uint8_t, 3>, std::array<int, 4>> known_; // a conversion by profile is not free
};

/// Walks through a drawing's objects and maps what has colours.
class ArtworkMapper {
  public:
    ArtworkMapper(QPDF& document, PressColours const& colours) : document_(document), colours_(colours) {}

    /// False when something cannot be mapped.
    bool run(Object page) {
        QPDFPageObjectHelper(page).coalesceContentStreams();
        if (auto contents = page.getKey("/Contents"); contents.isStream()) map_content(contents, page);
        for (auto& object : document_.getAllObjects()) {
            if (object.isStream()) map_stream(object);
            map_dictionaries(object.isStream() ? object.getDict() : object);
        }
        return possible_;
    }

  private:
    /// `owner` has the resources that the operators name.
    void map_content(Object& content, Object owner) {
        ColourFilter filter(colours_);
        Pl_Buffer collected("drawing");
        content.filterAsContents(&filter, &collected);
        auto const buffer = collected.getBufferSharedPointer();
        replace(content, {buffer->getBuffer(), buffer->getSize()});
        for (auto const& [space, ink] : filter.spots()) add_space(owner, space, *ink);
    }

    // Streams may share their resources: a name stands for one ink in the whole drawing.
    void add_space(Object owner, std::string const& space, page::Ink const& ink) {
        if (!owner.getKey("/Resources").isDictionary()) owner.replaceKey("/Resources", Object::newDictionary());
        auto resources = owner.getKey("/Resources");
        if (!resources.getKey("/ColorSpace").isDictionary())
            resources.replaceKey("/ColorSpace", Object::newDictionary());
        resources.getKey("/ColorSpace").replaceKey(space, spot_space(document_, ink));
    }

    void map_stream(Object& object) {
        auto dict = object.getDict();
        bool const tiles = number(dict.getKey("/PatternType")) == 1;
        if (tiles || is_name(dict.getKey("/Subtype"), "/Form")) map_content(object, dict);
        if (is_name(dict.getKey("/Subtype"), "/Image")) map_image(object);
    }

    void map_image(Object& image) {
        auto dict = image.getDict();
        auto space = dict.getKey("/ColorSpace");
        if (auto mask = dict.getKey("/ImageMask"); mask.isBool() && mask.getBoolValue()) return;
        if (is_name(space, "/DeviceGray") || is_name(space, "/DeviceCMYK")) return;
        auto const pixels = dict.getKey("/Width").getIntValue() * dict.getKey("/Height").getIntValue();
        if (!is_name(space, "/DeviceRGB") || dict.getKey("/BitsPerComponent").getIntValue() != 8) {
            possible_ = false;
            return;
        }
        auto const buffer = image.getStreamData(qpdf_dl_all);
        std::span<std::uint8_t const> const samples(buffer->getBuffer(), buffer->getSize());
        if (samples.size() < static_cast<std::size_t>(pixels) * 3) {
            possible_ = false;
            return;
        }
        auto const rgb = samples.first(static_cast<std::size_t>(pixels) * 3);
        bool const gray = colours_.gray_only() || is_neutral(rgb);
        auto const converted = gray ? PressColours::to_gray(rgb) : colours_.convert(rgb, {}, Neutrals::black);
        dict.replaceKey("/ColorSpace", name(gray ? "/DeviceGray" : "/DeviceCMYK"));
        replace(image, converted);
    }

    void map_dictionaries(Object object) {
        if (object.isArray()) {
            for (auto& item : object.getArrayAsVector()) {
                if (!item.isIndirect()) map_dictionaries(item);
            }
        } else if (object.isDictionary()) {
            if (object.hasKey("/ShadingType")) map_shading(object);
            if (is_name(object.getKey("/CS"), "/DeviceRGB")) object.replaceKey("/CS", name("/DeviceCMYK"));
            for (auto& [key, value] : object.getDictAsMap()) {
                if (!value.isIndirect()) map_dictionaries(value);
            }
        }
    }

    void map_shading(Object& shading) {
        if (is_name(shading.getKey("/ColorSpace"), "/DeviceRGB")) {
            auto function = shading.getKey("/Function");
            // Shadings of triangles and patches have their colours in the stream.
            if (shading.getKey("/ShadingType").getIntValue() > 3 || !map_function(function)) possible_ = false;
            shading.replaceKey("/ColorSpace", name("/DeviceCMYK"));
        }
    }

    /// Exponential functions and those stitched from them (ISO 32000-1, 7.10.3 and 7.10.4): all that Cairo writes.
    bool map_function(Object function) {
        if (!function.isDictionary()) return false;
        auto const type = function.getKey("/FunctionType").getIntValue();
        if (type == 3) {
            for (auto& part : function.getKey("/Functions").getArrayAsVector()) {
                if (!map_function(part)) return false;
            }
            return true;
        }
        if (type != 2) return false;
        for (auto const* key : {"/C0", "/C1"}) {
            auto const values = function.getKey(key).getArrayAsVector();
            if (values.size() == 4) continue; // shared with a shading that was met before
            if (values.size() != 3) return false;
            std::array<std::uint8_t, 3> rgb{};
            for (std::size_t part = 0; part < 3; ++part) {
                rgb[part] = static_cast<std::uint8_t>(std::lround(std::clamp(number(values[part]), 0.0, 1.0) * 255));
            }
            auto inks = Object::newArray();
            for (int const amount : colours_.drawing_colour(rgb)) inks.appendItem(fixed(amount, 3));
            function.replaceKey(key, inks);
        }
        return true;
    }

    void replace(Object& object, std::span<std::uint8_t const> content) const {
        auto const packed = compressor_.compress(content);
        object.replaceStreamData(std::string(as_text(packed)), name("/FlateDecode"), Object::newNull());
    }

    QPDF& document_;
    PressColours const& colours_;
    Compressor compressor_{Edition::Compression::release};
    bool possible_ = true;
};

bool is_transparent_state(Object dict) {
    for (auto const* key : {"/ca", "/CA"}) {
        if (dict.hasKey(key) && number(dict.getKey(key)) < 0.9995) return true;
    }
    if (dict.hasKey("/SMask") && !is_name(dict.getKey("/SMask"), "/None")) return true;
    auto const mode = dict.getKey("/BM");
    return dict.hasKey("/BM") && !is_name(mode, "/Normal") && !is_name(mode, "/Compatible");
}

bool has_transparency(Object object) {
    if (object.isArray()) {
        for (auto& item : object.getArrayAsVector()) {
            if (!item.isIndirect() && has_transparency(item)) return true;
        }
        return false;
    }
    if (!object.isDictionary()) return false;
    if (is_transparent_state(object)) return true;
    for (auto& [key, value] : object.getDictAsMap()) {
        if (!value.isIndirect() && has_transparency(value)) return true;
    }
    return false;
}

} // namespace

std::optional<Artwork> open_artwork(Bytes pdf, PressColours const& colours, Edition const& edition) {
    Artwork artwork;
    artwork.bytes = std::make_shared<Bytes const>(std::move(pdf));
    artwork.document = std::make_shared<QPDF>();
    auto& document = *artwork.document;
    document.setSuppressWarnings(true);
    document.processMemoryFile("drawing", reinterpret_cast<char const*>(artwork.bytes->data()), artwork.bytes->size());
    document.setImmediateCopyFrom(true);
    auto const pages = document.getAllPages();
    if (pages.empty()) return std::nullopt;
    auto page = pages.front();
    auto box = page.getKey("/MediaBox").getArrayAsRectangle();
    artwork.width = box.urx - box.llx;
    artwork.height = box.ury - box.lly;
    if (artwork.width <= 0 || artwork.height <= 0) return std::nullopt;

    page.removeKey("/Group"); // every page of Cairo has one, and an isolated group would stop overprinting
    for (auto& object : document.getAllObjects()) {
        if (has_transparency(object.isStream() ? object.getDict() : object)) artwork.transparent = true;
        // ISO 19005-2, 6.2.8.1 forbids it, and a press does not want it either.
        if (object.isStream()) object.getDict().removeKey("/Interpolate");
    }
    if (!edition.allows_transparency() && artwork.transparent) return std::nullopt;
    if (!edition.in_rgb() && !ArtworkMapper(document, colours).run(page)) return std::nullopt;
    return artwork;
}

Object import_artwork(QPDF& file, Artwork const& artwork, Edition const& edition) {
    auto const pages = artwork.document->getAllPages();
    auto form = QPDFPageObjectHelper(pages.front()).getFormXObjectForPage();
    auto imported = file.copyForeignObject(form);
    if (artwork.transparent) {
        // Keeps the drawing's transparency to itself, in the blending space of the edition.
        imported.getDict().replaceKey("/Group",
                                      dictionary({{"/S", name("/Transparency")},
                                                  {"/CS", name(edition.in_rgb() ? "/DeviceRGB" : "/DeviceCMYK")},
                                                  {"/I", boolean(true)}}));
    } else {
        imported.getDict().removeKey("/Group");
    }
    return imported;
}

} // namespace quoin::pdf
