#include "pdf/objects.hpp"

#include "pdf/content_buffer.hpp"

#include <algorithm>
#include <charconv>

namespace quoin::pdf {

Object dictionary(Entries const& entries) { return Object::newDictionary(entries); }
Object array(std::vector<Object> const& items) { return Object::newArray(items); }
Object name(std::string_view name_with_slash) { return Object::newName(std::string(name_with_slash)); }
Object integer(long long value) { return Object::newInteger(value); }

Object fixed(std::int64_t value, int decimals) {
    ContentBuffer digits;
    digits.put_fixed(value, decimals);
    std::string const written(digits.view());
    return written.find('.') == std::string::npos ? Object::newInteger(std::stoll(written)) : Object::newReal(written);
}

Object text(std::string const& utf8) { return Object::newUnicodeString(utf8); }
Object bytes_string(std::string const& bytes) { return Object::newString(bytes); }
Object boolean(bool value) { return Object::newBool(value); }

bool is_name(Object object, std::string_view name_with_slash) {
    return object.isName() && object.getName() == name_with_slash;
}

double number(Object object) { return object.isNumber() ? number(object.unparse()) : 0; }

double number(std::string_view digits) {
    if (!digits.empty() && digits.front() == '+') digits.remove_prefix(1);
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

Object rectangle(std::int64_t left, std::int64_t bottom, std::int64_t right, std::int64_t top) {
    return array({fixed(left, 3), fixed(bottom, 3), fixed(right, 3), fixed(top, 3)});
}

namespace {

Object with_entries(Object stream, Entries const& entries) {
    auto dict = stream.getDict();
    for (auto const& [key, value] : entries) dict.replaceKey(key, value);
    return stream;
}

Object filter_name(std::string const& filter) { return filter.empty() ? Object::newNull() : Object::newName(filter); }

} // namespace

Object stream(QPDF& file, Bytes const& content, Entries const& entries, std::string const& filter) {
    auto result = Object::newStream(&file);
    // qpdf's Buffer wants to be able to write; it never does when it is a source.
    auto buffer = std::make_shared<Buffer>(const_cast<unsigned char*>(content.data()), content.size());
    auto parameters = Object::newNull();
    if (auto found = entries.find("/DecodeParms"); found != entries.end()) parameters = found->second;
    result.replaceStreamData(buffer, filter_name(filter), parameters);
    return with_entries(result, entries);
}

Object own_stream(QPDF& file, std::string const& content, Entries const& entries, std::string const& filter) {
    auto result = Object::newStream(&file);
    result.replaceStreamData(content, filter_name(filter), Object::newNull());
    return with_entries(result, entries);
}

Object tree(QPDF& file, std::vector<std::pair<Object, Object>> const& sorted, std::string const& leaf_key) {
    constexpr std::size_t leaf_size = 64;
    auto const leaf = [&](std::size_t first, std::size_t last) {
        auto items = Object::newArray();
        for (auto index = first; index < last; ++index) {
            items.appendItem(sorted[index].first);
            items.appendItem(sorted[index].second);
        }
        return items;
    };
    if (sorted.size() <= leaf_size) return file.makeIndirectObject(dictionary({{leaf_key, leaf(0, sorted.size())}}));
    auto kids = Object::newArray();
    for (std::size_t first = 0; first < sorted.size(); first += leaf_size) {
        auto const last = std::min(first + leaf_size, sorted.size());
        kids.appendItem(file.makeIndirectObject(dictionary(
            {{"/Limits", array({sorted[first].first, sorted[last - 1].first})}, {leaf_key, leaf(first, last)}})));
    }
    return file.makeIndirectObject(dictionary({{"/Kids", kids}}));
}

} // namespace quoin::pdf
