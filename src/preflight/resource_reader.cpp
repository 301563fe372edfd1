#include "preflight/resource_reader.hpp"

#include "preflight/font_reader.hpp"
#include "preflight/objects.hpp"

#include <fmt/format.h>

namespace quoin::preflight {

namespace {

constexpr int deepest_form = 8;

std::pair<int, int> id_of(QPDFObjectHandle const& object) { return {object.getObjectID(), object.getGeneration()}; }

bool has_adobe_marker(QPDFObjectHandle stream) {
    auto const raw = stream.getRawStreamData();
    std::string_view const bytes(reinterpret_cast<char const*>(raw->getBuffer()), raw->getSize());
    // APP14 stands before the first scan; what lies behind is data.
    for (std::size_t at = 2; at + 4 <= bytes.size() && bytes[at] == '\xff';) {
        auto const marker = static_cast<unsigned char>(bytes[at + 1]);
        constexpr unsigned char start_of_scan = 0xda, app14 = 0xee;
        if (marker == start_of_scan) return false;
        auto const length = static_cast<std::size_t>(static_cast<unsigned char>(bytes[at + 2]) << 8 |
                                                     static_cast<unsigned char>(bytes[at + 3]));
        if (marker == app14 && bytes.substr(at + 4, 5) == "Adobe") return true;
        at += 2 + length;
    }
    return false;
}

std::string alpha_of(QPDFObjectHandle state) {
    auto mask = state.getKey("/SMask");
    if (!mask.isNull() && !is_name(mask, "/None")) return "a soft mask";
    for (char const* const entry : {"/ca", "/CA"}) {
        double const value = number_or(state.getKey(entry), 1);
        if (value < 1) return fmt::format("{} {:.2g}", entry + 1, value);
    }
    auto mode = state.getKey("/BM");
    if (mode.isArray() && mode.getArrayNItems() > 0) mode = mode.getArrayItem(0);
    if (mode.isName() && !is_name(mode, "/Normal") && !is_name(mode, "/Compatible"))
        return "the blend mode " + name_of(mode);
    return {};
}

Matrix matrix_of(QPDFObjectHandle const& array) {
    Matrix matrix = identity;
    auto const numbers = items(array);
    if (numbers.size() == matrix.size())
        for (std::size_t at = 0; at < matrix.size(); ++at) matrix[at] = number_or(numbers[at], identity[at]);
    return matrix;
}

} // namespace

ColourSpace read_space(QPDFObjectHandle const& object) {
    using Kind = ColourSpace::Kind;
    auto parts = items(object);
    std::string const name = parts.empty() ? name_of(object) : name_of(parts.front());
    ColourSpace result{Kind::foreign, name, false, {}};
    if (name == "DeviceGray" || name == "G") result.kind = Kind::gray;
    if (name == "DeviceRGB" || name == "RGB") result.kind = Kind::rgb;
    if (name == "DeviceCMYK" || name == "CMYK") result.kind = Kind::cmyk;
    if (name == "Pattern") result.kind = Kind::pattern;
    if (name == "Indexed" && parts.size() > 1) return read_space(parts[1]);
    if (name == "ICCBased" && parts.size() > 1) result.rgb_profile = number_or(key(parts[1], "/N"), 0) == 3;
    if ((name == "Separation" || name == "DeviceN") && parts.size() > 1) {
        result.kind = Kind::spot;
        if (parts[1].isName()) result.spots.push_back(name_of(parts[1]));
        for (auto const& ink : items(parts[1])) result.spots.push_back(name_of(ink));
    }
    return result;
}

std::shared_ptr<FontReading const> ResourceReader::font(QPDFObjectHandle const& object) {
    auto const known = fonts_.find(id_of(object));
    if (known != fonts_.end() && object.isIndirect()) return known->second;
    FontEntry entry = read_font(object);
    entry.reading.font = facts_.fonts.size();
    facts_.fonts.push_back(std::move(entry.fact));
    auto reading = std::make_shared<FontReading const>(std::move(entry.reading));
    fonts_[id_of(object)] = reading;
    return reading;
}

std::size_t ResourceReader::image(QPDFObjectHandle stream) {
    auto dictionary = stream.getDict();
    ImageFact fact;
    fact.width = static_cast<std::uint32_t>(number_or(dictionary.getKey("/Width"), 0));
    fact.height = static_cast<std::uint32_t>(number_or(dictionary.getKey("/Height"), 0));
    fact.bits = static_cast<int>(number_or(dictionary.getKey("/BitsPerComponent"), 1));
    fact.mask = dictionary.getKey("/ImageMask").isBool() && dictionary.getKey("/ImageMask").getBoolValue();
    auto space = dictionary.getKey("/ColorSpace");
    if (!space.isNull()) fact.space = "/" + read_space(space).name;
    fact.soft_mask = dictionary.getKey("/SMask").isStream();
    auto smooth = dictionary.getKey("/Interpolate");
    fact.interpolated = smooth.isBool() && smooth.getBoolValue();
    auto filter = dictionary.getKey("/Filter");
    if (filter.isName()) fact.filters.push_back(name_of(filter));
    for (auto const& one : items(filter)) fact.filters.push_back(name_of(one));
    auto const decode = items(dictionary.getKey("/Decode"));
    fact.inverted_by_decode = !decode.empty() && number_or(decode.front(), 0) == 1;
    bool const jpeg = fact.filters.size() == 1 && fact.filters.front() == "DCTDecode";
    fact.inverted_by_marker = jpeg && fact.space == "/DeviceCMYK" && has_adobe_marker(stream);
    facts_.images.push_back(std::move(fact));
    return facts_.images.size() - 1;
}

External ResourceReader::external(QPDFObjectHandle object, int depth) {
    auto const known = externals_.find(id_of(object));
    if (known != externals_.end()) return known->second;
    External result;
    if (object.isStream() && is_name(key(object, "/Subtype"), "/Image")) {
        result.image = image(object);
    } else if (object.isStream() && is_name(key(object, "/Subtype"), "/Form") && depth < deepest_form) {
        Form form;
        form.content = stream_text(object);
        form.matrix = matrix_of(key(object, "/Matrix"));
        form.group = key(object, "/Group").isDictionary();
        if (key(object, "/Resources").isDictionary()) form.resources = read(key(object, "/Resources"), depth + 1);
        result.form = std::make_shared<Form const>(std::move(form));
    }
    externals_[id_of(object)] = result;
    return result;
}

StateChange ResourceReader::state(QPDFObjectHandle object) {
    StateChange change;
    if (!object.isDictionary()) return change;
    auto const flag = [&](char const* entry) -> std::optional<bool> {
        auto value = object.getKey(entry);
        return value.isBool() ? std::optional(value.getBoolValue()) : std::nullopt;
    };
    change.stroke_overprint = flag("/OP");
    // ISO 32000-1, 8.6.7: OP alone sets both.
    change.fill_overprint = flag("/op") ? flag("/op") : flag("/OP");
    if (object.getKey("/OPM").isInteger())
        change.overprint_mode = static_cast<int>(number_or(object.getKey("/OPM"), 0));
    change.alpha = alpha_of(object);
    return change;
}

ColourSpace const& ResourceReader::space(QPDFObjectHandle const& object) {
    if (!object.isIndirect()) return direct_ = read_space(object);
    auto const known = spaces_.find(id_of(object));
    if (known != spaces_.end()) return known->second;
    return spaces_[id_of(object)] = read_space(object);
}

std::shared_ptr<Resources const> ResourceReader::read(QPDFObjectHandle dictionary, int depth) {
    auto result = std::make_shared<Resources>();
    auto const each = [&](char const* kind, auto&& use) {
        auto entries = key(dictionary, kind);
        if (!entries.isDictionary()) return;
        for (auto const& name : entries.getKeys()) use(name.substr(1), entries.getKey(name));
    };
    each("/Font", [&](std::string name, QPDFObjectHandle object) {
        if (object.isDictionary()) result->fonts.emplace_back(std::move(name), font(object));
    });
    each("/ColorSpace", [&](std::string name, QPDFObjectHandle const& object) {
        result->spaces.emplace_back(std::move(name), space(object));
    });
    each("/ExtGState", [&](std::string name, QPDFObjectHandle const& object) {
        auto const known = states_.find(id_of(object));
        if (known == states_.end() || !object.isIndirect()) states_[id_of(object)] = state(object);
        result->states.emplace_back(std::move(name), states_[id_of(object)]);
    });
    each("/XObject", [&](std::string name, QPDFObjectHandle const& object) {
        result->externals.emplace_back(std::move(name), external(object, depth));
    });
    return result;
}

} // namespace quoin::preflight
