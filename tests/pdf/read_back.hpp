#pragma once
// A finished PDF, read again through qpdf.

#include "base/bytes.hpp"
#include "pdf/qpdf.hpp"

#include <memory>
#include <string>
#include <vector>

namespace quoin::pdf::test {

class ReadBack {
  public:
    explicit ReadBack(Bytes bytes);

    QPDF& file() { return *file_; }
    QPDFObjectHandle root() { return file_->getRoot(); }
    QPDFObjectHandle page(std::size_t index) { return file_->getAllPages().at(index); }
    /// The page's operators.
    std::string content(std::size_t page);
    /// One font resource of a page, by name ("/F0").
    QPDFObjectHandle font(std::size_t page, std::string const& name);
    std::string stream(QPDFObjectHandle stream);

  private:
    Bytes bytes_;
    std::unique_ptr<QPDF> file_;
};

/// Where one character code is drawn, as a reader computes it from the operators (ISO 32000-1, 9.4.4).
struct DrawnGlyph {
    std::uint32_t code = 0;
    double x = 0, y = 0; // points
};

/// Follows Tm, Tf, Tz, Tc, Ts and TJ with the widths of the W arrays.
std::vector<DrawnGlyph> drawn_glyphs(ReadBack&, std::size_t page);

/// Runs a shell command; its output, and the exit status in `status`.
std::string output_of(std::string const& command, int& status);
bool has_tool(std::string const& name);
/// Puts the bytes into a file of the build folder and gives its path.
std::string write_file(std::string const& name, Bytes const& bytes);

} // namespace quoin::pdf::test
