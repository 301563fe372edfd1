#pragma once
// The words of a content stream (ISO 32000-1, 7.8.2), one after the other. Fast rather than clever: a book has thirty
// million of them.

#include <cstddef>
#include <string>
#include <string_view>

namespace quoin::preflight {

struct Token {
    enum class Kind { number, name, literal, hex, array_begin, array_end, dictionary_begin, dictionary_end, word, end };
    Kind kind = Kind::end;
    double number = 0;
    std::string_view text; // name without its slash, string without its brackets, operator
};

class ContentTokens {
  public:
    explicit ContentTokens(std::string_view content) : content_(content) {}
    Token next();
    /// Behind the data of an inline image, whose ID has just been read.
    void skip_inline_image();

  private:
    void skip_space();
    Token read_number();
    Token read_literal();
    Token read_hex();
    Token bracket(Token::Kind kind, std::size_t size);
    std::string_view regular();

    std::string_view content_;
    std::size_t at_ = 0;
};

/// The bytes of a string token.
std::string string_bytes(Token const&);

} // namespace quoin::preflight
