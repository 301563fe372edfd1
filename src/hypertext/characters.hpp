#pragma once
// Letters and small texts as HTML understands them.

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::hypertext {

bool is_space(char);
std::string lower(std::string_view);
std::string_view trimmed(std::string_view);
/// White space as single spaces, none at the ends.
std::string collapsed(std::string_view);
std::vector<std::string_view> split_words(std::string_view);
/// "%20" becomes a space; what is no escape stays.
std::string percent_decoded(std::string_view);
std::string percent_encoded(std::string_view);
/// BCP 47 in canonical case: "pt-br" becomes "pt-BR".
std::string canonical_language(std::string_view);
bool is_right_to_left(std::string_view language);
/// Value of "12.", "c)", "(iv)"; 0 when it is no number.
int value_of_marker(std::string_view);

/// Entities become the characters that they stand for; those that nobody knows stay as they are written. Definitions of
/// the document's own are never looked at, so they cannot grow.
class Entities {
  public:
    enum class Place { text, attribute };
    void expand(std::string_view text, Place, std::string& to);

  private:
    std::size_t numeric(std::string_view text, std::string& to) const;
    std::size_t named(std::string_view text, Place, std::string& to);

    std::map<std::string, std::string, std::less<>> known_;
};

} // namespace quoin::hypertext
