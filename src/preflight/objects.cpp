#include "preflight/objects.hpp"

#include "preflight/plain_text.hpp"

#include <charconv>

namespace quoin::preflight {

bool is_name(QPDFObjectHandle object, std::string_view name_with_slash) {
    return object.isName() && object.getName() == name_with_slash;
}

std::string name_of(QPDFObjectHandle object) { return object.isName() ? object.getName().substr(1) : std::string(); }

double number_or(QPDFObjectHandle object, double otherwise) {
    if (object.isInteger()) return static_cast<double>(object.getIntValue());
    if (!object.isReal()) return otherwise;
    // libqpdf's own conversion asks the C library, which asks the locale.
    std::string const digits = object.getRealValue();
    double value = otherwise;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::vector<QPDFObjectHandle> items(QPDFObjectHandle object) {
    return object.isArray() ? object.getArrayAsVector() : std::vector<QPDFObjectHandle>();
}

QPDFObjectHandle key(QPDFObjectHandle object, std::string const& name_with_slash) {
    if (object.isStream()) return object.getDict().getKey(name_with_slash);
    if (object.isDictionary()) return object.getKey(name_with_slash);
    return QPDFObjectHandle::newNull();
}

std::string stream_text(QPDFObjectHandle stream) {
    if (!stream.isStream()) return {};
    try {
        auto const buffer = stream.getStreamData(qpdf_dl_generalized);
        return {reinterpret_cast<char const*>(buffer->getBuffer()), buffer->getSize()};
    } catch (std::exception const&) {
        return {};
    }
}

std::string text_of(QPDFObjectHandle object) {
    return object.isString() ? from_text_string(object.getStringValue()) : std::string();
}

} // namespace quoin::preflight
