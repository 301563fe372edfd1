#include "pdf/read_back.hpp"

#include <array>
#include <cstdio>
#include <fstream>
#include <map>
#include <stdexcept>

namespace quoin::pdf::test {

ReadBack::ReadBack(Bytes bytes) : bytes_(std::move(bytes)), file_(std::make_unique<QPDF>()) {
    file_->processMemoryFile("read back", reinterpret_cast<char const*>(bytes_.data()), bytes_.size());
    if (file_->anyWarnings()) throw std::runtime_error("qpdf has warnings");
}

std::string ReadBack::stream(QPDFObjectHandle stream) {
    auto const buffer = stream.getStreamData(qpdf_dl_all);
    return {reinterpret_cast<char const*>(buffer->getBuffer()), buffer->getSize()};
}

std::string ReadBack::content(std::size_t index) { return stream(page(index).getKey("/Contents")); }

QPDFObjectHandle ReadBack::font(std::size_t index, std::string const& name) {
    return page(index).getKey("/Resources").getKey("/Font").getKey(name);
}

namespace {

/// A text state machine apart from the writer's.
class Interpreter final : public QPDFObjectHandle::ParserCallbacks {
  public:
    explicit Interpreter(QPDFObjectHandle const& resources) : resources_(resources) {}

    void handleObject(QPDFObjectHandle object) override {
        if (!object.isOperator()) {
            operands_.push_back(object);
            return;
        }
        auto const op = object.getOperatorValue();
        if (op == "BT") {
            x_ = y_ = 0;
        } else if (op == "Tm") {
            x_ = operands_.at(4).getNumericValue();
            y_ = operands_.at(5).getNumericValue();
        } else if (op == "Tf") {
            size_ = operands_.at(1).getNumericValue();
            read_widths(resources_.getKey("/Font").getKey(operands_.at(0).getName()));
        } else if (op == "Tz") {
            scale_ = operands_.at(0).getNumericValue() / 100;
        } else if (op == "Tc") {
            tracking_ = operands_.at(0).getNumericValue();
        } else if (op == "Ts") {
            rise_ = operands_.at(0).getNumericValue();
        } else if (op == "TJ") {
            show(operands_.at(0));
        }
        operands_.clear();
    }
    void handleEOF() override {}

    std::vector<DrawnGlyph> glyphs;

  private:
    void read_widths(QPDFObjectHandle font) {
        auto descendant = font.getKey("/DescendantFonts").getArrayItem(0);
        widths_.clear();
        auto w = descendant.getKey("/W");
        for (int at = 0; at + 1 < w.getArrayNItems(); at += 2) {
            auto code = static_cast<std::uint32_t>(w.getArrayItem(at).getIntValue());
            for (auto& width : w.getArrayItem(at + 1).getArrayAsVector())
                widths_[code++] = width.getNumericValue() / 1000;
        }
    }

    void show(QPDFObjectHandle pieces) {
        for (auto& piece : pieces.getArrayAsVector()) {
            if (piece.isNumber()) {
                x_ -= piece.getNumericValue() / 1000 * size_ * scale_;
                continue;
            }
            auto const codes = piece.getStringValue();
            for (std::size_t at = 0; at + 1 < codes.size(); at += 2) {
                auto const code = static_cast<std::uint32_t>(static_cast<unsigned char>(codes[at]) << 8 |
                                                             static_cast<unsigned char>(codes[at + 1]));
                glyphs.push_back({code, x_, y_ + rise_});
                x_ += (widths_.at(code) * size_ + tracking_) * scale_;
            }
        }
    }

    QPDFObjectHandle resources_;
    std::vector<QPDFObjectHandle> operands_;
    std::map<std::uint32_t, double> widths_;
    double x_ = 0, y_ = 0, size_ = 0, scale_ = 1, tracking_ = 0, rise_ = 0;
};

} // namespace

std::vector<DrawnGlyph> drawn_glyphs(ReadBack& read, std::size_t page) {
    Interpreter interpreter(read.page(page).getKey("/Resources"));
    QPDFPageObjectHelper(read.page(page)).parseContents(&interpreter);
    return interpreter.glyphs;
}

std::string output_of(std::string const& command, int& status) {
    std::string output;
    auto* pipe = popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("no shell");
    std::array<char, 4096> buffer;
    while (auto const size = std::fread(buffer.data(), 1, buffer.size(), pipe)) output.append(buffer.data(), size);
    status = pclose(pipe);
    return output;
}

bool has_tool(std::string const& name) {
    int status = 0;
    output_of("command -v " + name, status);
    return status == 0;
}

std::string write_file(std::string const& name, Bytes const& bytes) {
    auto path = std::string(QUOIN_PDF_TEST_DIR) + '/' + name;
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<char const*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return path;
}

} // namespace quoin::pdf::test
