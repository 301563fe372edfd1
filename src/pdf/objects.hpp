#pragma once
// Short names for the kinds of PDF objects, on libqpdf.

#include "base/bytes.hpp"
#include "base/length.hpp"
#include "pdf/qpdf.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::pdf {

using Object = QPDFObjectHandle;
using Entries = std::map<std::string, Object>;

Object dictionary(Entries const& entries);
Object array(std::vector<Object> const& items);
/// "/Name", with the slash. Other bytes than letters are escaped when written.
Object name(std::string_view name_with_slash);
Object integer(long long value);
/// `value` in units of 10^-decimals: fixed(842500, 3) is 842.5.
Object fixed(std::int64_t value, int decimals);
/// A text string from UTF-8: PDFDocEncoding where that is enough, else UTF-16.
Object text(std::string const& utf8);
/// A byte string.
Object bytes_string(std::string const& bytes);
Object boolean(bool value);
/// Whether an object is this name.
bool is_name(Object object, std::string_view name_with_slash);
/// 0 for what is no number. libqpdf would ask the C library, which asks the locale.
double number(Object object);
/// "0.25" in any locale.
double number(std::string_view digits);
/// [a b c d] in points from thousandths.
Object rectangle(std::int64_t left, std::int64_t bottom, std::int64_t right, std::int64_t top);

/// A stream of finished bytes. `content` is not copied: it must live until the file is written.
Object stream(QPDF& file, Bytes const& content, Entries const& entries, std::string const& filter);
/// The same with bytes that live as long as the stream.
Object own_stream(QPDF& file, std::string const& content, Entries const& entries, std::string const& filter);

/// A name tree or, for numbers, a number tree (ISO 32000-1, 7.9.6 and 7.9.7) in leaves of moderate size. `keys` are
/// sorted.
Object tree(QPDF& file, std::vector<std::pair<Object, Object>> const& sorted, std::string const& leaf_key);

} // namespace quoin::pdf
