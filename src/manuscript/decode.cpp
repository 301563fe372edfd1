#include "manuscript/decode.hpp"

#include "base/utf8.hpp"
#include "manuscript/identify_language.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/ulocdata.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>
#include <utility>

namespace quoin::manuscript {

namespace {

struct ConverterCloser {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct DetectorCloser {
    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

struct ByteOrderMark {
    std::string_view mark, encoding;
};
// UTF-32LE before UTF-16LE, whose mark it begins with.
using namespace std::string_view_literals;
constexpr std::array<ByteOrderMark, 5> byte_order_marks{{{"\xEF\xBB\xBF"sv, "UTF-8"},
                                                         {"\xFF\xFE\x00\x00"sv, "UTF-32LE"},
                                                         {"\x00\x00\xFE\xFF"sv, "UTF-32BE"},
                                                         {"\xFF\xFE"sv, "UTF-16LE"},
                                                         {"\xFE\xFF"sv, "UTF-16BE"}}};

/// UTF-16 and UTF-32 without a mark: every other byte, or three of four, of western text is zero.
std::string_view wide_encoding(std::string_view bytes) {
    constexpr std::size_t looked_at = 4096;
    std::size_t const count = std::min(bytes.size(), looked_at) / 4 * 4;
    if (count < 4) return {};
    std::array<std::size_t, 4> zeros{};
    for (std::size_t i = 0; i < count; ++i)
        if (bytes[i] == '\0') ++zeros[i % 4];
    std::size_t const quarter = count / 4;
    auto const mostly = [&](std::size_t place) { return zeros[place] * 10 > quarter * 7; };
    auto const rarely = [&](std::size_t place) { return zeros[place] * 10 < quarter; };
    if (mostly(0) && mostly(1) && mostly(2) && rarely(3)) return "UTF-32BE";
    if (rarely(0) && mostly(1) && mostly(2) && mostly(3)) return "UTF-32LE";
    if (mostly(0) && rarely(1) && mostly(2) && rarely(3)) return "UTF-16BE";
    if (rarely(0) && mostly(1) && rarely(2) && mostly(3)) return "UTF-16LE";
    return {};
}

/// What ISO-8859-1 promises, browsers and editors have always read as Windows' code page (WHATWG Encoding, section 4.2).
std::string as_browsers_read(std::string const& encoding) {
    std::string lower;
    for (char const c : encoding) lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    if (lower == "iso-8859-1" || lower == "latin1" || lower == "us-ascii" || lower == "ascii") return "windows-1252";
    if (lower == "iso-8859-9") return "windows-1254";
    if (lower == "gb2312" || lower == "gbk") return "GB18030";
    if (lower == "ks_c_5601-1987" || lower == "euc-kr") return "windows-949";
    return encoding;
}

bool to_unicode(std::string_view bytes, std::string const& encoding, icu::UnicodeString& text) {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<UConverter, ConverterCloser> const converter(ucnv_open(encoding.c_str(), &error));
    if (U_FAILURE(error) || converter == nullptr) return false;
    constexpr std::size_t most = 0x3FFFFFFF; // ICU counts in 32 bits, and a byte may become two units
    auto const length = static_cast<int32_t>(std::min(bytes.size(), most));
    error = U_ZERO_ERROR;
    int32_t const capacity = 2 * length + 2;
    UChar* const buffer = text.getBuffer(capacity);
    if (buffer == nullptr) return false;
    int32_t const written = ucnv_toUChars(converter.get(), buffer, capacity, bytes.data(), length, &error);
    text.releaseBuffer(U_SUCCESS(error) ? written : 0);
    return U_SUCCESS(error);
}

struct Candidate {
    std::string encoding;
    int confidence = 0;
};

/// The code page of Windows for the same languages: the statistics see no difference while no quotation mark tells it.
char const* windows_cousin(std::string_view encoding) {
    static constexpr std::array<std::pair<std::string_view, char const*>, 5> cousins{{{"ISO-8859-2", "windows-1250"},
                                                                                      {"ISO-8859-5", "windows-1251"},
                                                                                      {"ISO-8859-7", "windows-1253"},
                                                                                      {"ISO-8859-8", "windows-1255"},
                                                                                      {"ISO-8859-6", "windows-1256"}}};
    for (auto const& [iso, windows] : cousins)
        if (encoding == iso) return windows;
    return nullptr;
}

/// What ICU's statistics say, the likeliest first.
std::vector<Candidate> detect(std::string_view bytes) {
    std::vector<Candidate> found;
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<UCharsetDetector, DetectorCloser> const detector(ucsdet_open(&error));
    if (U_FAILURE(error)) return found;
    constexpr std::size_t enough = 200000;
    ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(std::min(bytes.size(), enough)), &error);
    int32_t count = 0;
    UCharsetMatch const** const matches = ucsdet_detectAll(detector.get(), &count, &error);
    for (int32_t i = 0; U_SUCCESS(error) && i < count; ++i) {
        char const* const name = ucsdet_getName(matches[i], &error);
        int32_t const confidence = ucsdet_getConfidence(matches[i], &error);
        if (U_FAILURE(error)) continue;
        found.push_back({as_browsers_read(name), confidence});
        if (char const* const cousin = windows_cousin(name)) found.push_back({cousin, confidence - 1});
    }
    return found;
}

bool is_letter(UChar32 c) { return u_isalpha(c) != 0; }

/// How many places look wrong: a capital within a word, a control character, a sign of typesetting between letters.
std::size_t oddities(icu::UnicodeString const& text) {
    constexpr int32_t looked_at = 50000;
    std::size_t odd = 0;
    UChar32 before = ' ';
    for (int32_t i = 0; i < std::min(text.length(), looked_at); ++i) {
        UChar32 const c = text.charAt(i);
        UChar32 const after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
        if (c == 0xFFFD || (c >= 0x80 && c < 0xA0) || (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f'))
            odd += 4;
        bool const upper_within = c >= 0x80 && u_isUUppercase(c) != 0 && u_isULowercase(before) != 0;
        bool const sign_within = c >= 0xA1 && is_letter(before) && is_letter(after) && !is_letter(c) && c != 0x2019 &&
                                 c != 0xAD && c != 0xB7 && c != 0x2013 && c != 0x2014 && c != 0x2010;
        bool const mixed = is_letter(c) && is_letter(before) && c >= 0x80 && (c >= 0x400) != (before >= 0x400);
        if (upper_within || sign_within || mixed) ++odd;
        before = c;
    }
    return odd;
}

struct LocaleDataCloser {
    void operator()(ULocaleData* data) const { ulocdata_close(data); }
};

/// Letters beyond ASCII that the language, if it is known, does not write: š in a Polish text.
std::size_t foreign_letters(icu::UnicodeString const& text) {
    constexpr int32_t looked_at = 20000;
    std::string sample;
    text.tempSubString(0, looked_at).toUTF8String(sample);
    LanguageGuess const guess = identify_language(sample);
    if (guess.language.empty()) return 0;
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<ULocaleData, LocaleDataCloser> const data(ulocdata_open(guess.language.c_str(), &error));
    icu::UnicodeSet letters;
    if (U_FAILURE(error) || data == nullptr) return 0;
    ulocdata_getExemplarSet(data.get(), letters.toUSet(), USET_ADD_CASE_MAPPINGS, ULOCDATA_ES_STANDARD, &error);
    if (U_FAILURE(error) || letters.isEmpty()) return 0;
    std::size_t count = 0;
    for (int32_t i = 0; i < std::min(text.length(), looked_at); ++i) {
        UChar32 const c = text.charAt(i);
        if (c >= 0x80 && is_letter(c) && !letters.contains(c)) ++count;
    }
    return count;
}

bool has_bytes_of_windows(std::string_view bytes) {
    return std::any_of(bytes.begin(), bytes.end(), [](char c) {
        auto const byte = static_cast<unsigned char>(c);
        return byte >= 0x80 && byte < 0xA0;
    });
}

/// The reading with the fewest oddities; ICU's order and confidence break ties. MacRoman and the code pages of DOS, which
/// ICU does not look for, are tried as well.
std::string guess_encoding(std::string_view bytes) {
    std::vector<Candidate> candidates = detect(bytes);
    std::erase_if(candidates, [](Candidate const& each) {
        return each.encoding.starts_with("UTF-") || each.encoding.starts_with("IBM42");
    });
    bool const windows = has_bytes_of_windows(bytes);
    for (char const* const other :
         {"windows-1252", "macintosh", "windows-1250", "windows-1251", "x-mac-cyrillic", "cp850", "cp866"})
        if (std::none_of(candidates.begin(), candidates.end(),
                         [&](Candidate const& each) { return each.encoding == other; }))
            candidates.push_back({other, 0});
    auto const high = std::max<std::ptrdiff_t>(
        1, std::count_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
    std::string best = "windows-1252";
    double best_cost = 1e18;
    for (Candidate const& each : candidates) {
        if (windows && each.encoding.starts_with("ISO-8859")) continue;
        icu::UnicodeString text;
        if (!to_unicode(bytes, each.encoding, text)) continue;
        // Points of ICU's confidence: what it never looked for, and the share of letters that look wrong.
        double const unlikely = each.confidence == 0 ? 30 : 0;
        double const share = static_cast<double>(oddities(text) + foreign_letters(text)) / static_cast<double>(high);
        constexpr double all_odd = 150;
        double const cost = all_odd * share + unlikely - each.confidence;
        if (cost < best_cost) {
            best_cost = cost;
            best = each.encoding;
        }
    }
    return best;
}

/// Line feeds alone; control characters dropped, but for tabs and form feeds.
std::string tidy_lines(std::string_view text, std::size_t& damaged) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const begin = at;
        char32_t const c = next_character(text, at);
        if (c == U'\r') {
            result += '\n';
            if (at < text.size() && text[at] == '\n') ++at;
        } else if (c == 0x85 || c == 0x2028 || c == 0x0B) {
            result += '\n';
        } else if (c == 0x2029) {
            result += "\n\n";
        } else if (c == 0xFEFF || (c < 0x20 && c != U'\n' && c != U'\t' && c != U'\f') || (c >= 0x7F && c < 0xA0)) {
            continue;
        } else {
            if (c == 0xFFFD) ++damaged;
            result.append(text.substr(begin, at - begin));
        }
    }
    return result;
}

std::string normal_form(icu::UnicodeString const& text) {
    UErrorCode error = U_ZERO_ERROR;
    icu::Normalizer2 const* const composed = icu::Normalizer2::getNFCInstance(error);
    std::string result;
    if (U_SUCCESS(error) && composed->quickCheck(text, error) != UNORM_YES) {
        icu::UnicodeString const normal = composed->normalize(text, error);
        if (U_SUCCESS(error)) {
            normal.toUTF8String(result);
            return result;
        }
    }
    text.toUTF8String(result);
    return result;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

Decoded finish(std::string_view bytes, std::string const& encoding, bool guessed) {
    Decoded result;
    result.encoding = encoding;
    result.guessed = guessed;
    if (encoding == "UTF-8" && is_ascii(bytes)) {
        result.text = tidy_lines(bytes, result.damaged);
        return result;
    }
    icu::UnicodeString text;
    if (!to_unicode(bytes, encoding, text)) text = icu::UnicodeString::fromUTF8(icu::StringPiece(bytes.data(), 0));
    result.text = tidy_lines(normal_form(text), result.damaged);
    return result;
}

bool is_known(std::string const& encoding) {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<UConverter, ConverterCloser> const converter(ucnv_open(encoding.c_str(), &error));
    return U_SUCCESS(error) && converter != nullptr;
}

} // namespace

Decoded decode(Bytes const& content, std::string_view declared) {
    std::string_view const bytes = as_text(content);
    for (ByteOrderMark const& each : byte_order_marks)
        if (bytes.starts_with(each.mark))
            return finish(bytes.substr(each.mark.size()), std::string(each.encoding), false);
    if (std::string_view const wide = wide_encoding(bytes); !wide.empty())
        return finish(bytes, std::string(wide), true);
    // What is valid UTF-8 and not plain ASCII is never anything else by chance, whatever a header says.
    std::size_t const wrong = first_invalid_utf8(bytes).value_or(bytes.size());
    if (wrong == bytes.size()) return finish(bytes, "UTF-8", false);
    std::string const named = as_browsers_read(std::string(declared));
    bool const says_utf8 = named.size() >= 4 && (named[0] == 'u' || named[0] == 'U') && named.find('8') != named.npos;
    if (!named.empty() && !says_utf8 && is_known(named)) return finish(bytes, named, false);
    // A few bad bytes in much UTF-8 are damage, not another encoding.
    icu::UnicodeString const as_utf8 = icu::UnicodeString::fromUTF8(
        icu::StringPiece(bytes.data(), static_cast<int32_t>(std::min<std::size_t>(bytes.size(), 200000))));
    std::size_t damaged = 0, good = 0;
    for (int32_t i = 0; i < as_utf8.length(); ++i) {
        if (as_utf8.charAt(i) == 0xFFFD)
            ++damaged;
        else if (as_utf8.charAt(i) >= 0x80)
            ++good;
    }
    constexpr std::size_t few = 20;
    if (says_utf8 || good > damaged * few) return finish(bytes, "UTF-8", !says_utf8);
    return finish(bytes, guess_encoding(bytes), true);
}

} // namespace quoin::manuscript
