#include "pdf/folding.hpp"

#include <algorithm>
#include <cmath>
#include <regex>
#include <set>
#include <sstream>

namespace quoin::pdf::test {

namespace {

double number_at(std::smatch const& match, std::size_t index) { return std::stod(match[index].str()); }

int page_in(ReadBack& file, QPDFObjectHandle form) {
    std::string const content = file.stream(form);
    static std::regex const said(R"(\(page (\d+)\))");
    std::smatch match;
    return std::regex_search(content, match, said) ? std::stoi(match[1].str()) : 0;
}

void read_fold_marks(std::string const& content, Side& side) {
    auto const dashes = content.find("[3 2] 0 d");
    if (dashes == std::string::npos) return;
    std::string const marks = content.substr(dashes, content.find('Q', dashes) - dashes);
    static std::regex const line(R"(([-\d.]+) ([-\d.]+) m ([-\d.]+) ([-\d.]+) l S)");
    std::set<double> upright, level;
    for (std::sregex_iterator it(marks.begin(), marks.end(), line), end; it != end; ++it) {
        bool const stands = number_at(*it, 1) == number_at(*it, 3);
        (stands ? upright : level).insert(number_at(*it, stands ? 1 : 2));
    }
    side.upright_folds.assign(upright.begin(), upright.end());
    side.level_folds.assign(level.begin(), level.end());
}

} // namespace

std::vector<Side> read_sides(ReadBack& file, double trim_left, double trim_bottom, double trim_width,
                             double trim_height) {
    static std::regex const placed(R"(q ([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) re W n )"
                                   R"(([-\d.]+) 0 0 ([-\d.]+) ([-\d.]+) ([-\d.]+) cm (/\w+) Do Q)");
    std::vector<Side> sides;
    for (std::size_t index = 0; index < file.file().getAllPages().size(); ++index) {
        auto page = file.page(index);
        Side side;
        side.width = page.getKey("/MediaBox").getArrayItem(2).getNumericValue();
        side.height = page.getKey("/MediaBox").getArrayItem(3).getNumericValue();
        std::string const content = file.content(index);
        for (std::sregex_iterator it(content.begin(), content.end(), placed), end; it != end; ++it) {
            std::smatch const& match = *it;
            Face face;
            face.page = page_in(file, page.getKey("/Resources").getKey("/XObject").getKey(match[9].str()));
            face.clip_left = number_at(match, 1);
            face.clip_bottom = number_at(match, 2);
            face.clip_right = face.clip_left + number_at(match, 3);
            face.clip_top = face.clip_bottom + number_at(match, 4);
            double const scale_x = number_at(match, 5), scale_y = number_at(match, 6);
            double const x0 = trim_left * scale_x + number_at(match, 7),
                         y0 = trim_bottom * scale_y + number_at(match, 8);
            double const x1 = x0 + trim_width * scale_x, y1 = y0 + trim_height * scale_y;
            face.left = std::min(x0, x1);
            face.right = std::max(x0, x1);
            face.bottom = std::min(y0, y1);
            face.top = std::max(y0, y1);
            face.upright = scale_x > 0 && scale_y > 0;
            side.faces.push_back(face);
        }
        read_fold_marks(content, side);
        sides.push_back(std::move(side));
    }
    return sides;
}

namespace {

double middle_x(Face const& face) { return (face.left + face.right) / 2; }
double middle_y(Face const& face) { return (face.bottom + face.top) / 2; }

/// As seen by someone who walks around the sheet to its back, or who turns it over from the side.
void mirror_x(Face& face, double axis) {
    std::swap(face.left, face.right);
    face.left = 2 * axis - face.left;
    face.right = 2 * axis - face.right;
    std::swap(face.clip_left, face.clip_right);
    face.clip_left = 2 * axis - face.clip_left;
    face.clip_right = 2 * axis - face.clip_right;
}
void mirror_y(Face& face, double axis) {
    std::swap(face.bottom, face.top);
    face.bottom = 2 * axis - face.bottom;
    face.top = 2 * axis - face.top;
    face.upright = !face.upright; // turned over head first
}

template <typename Moves, typename Turn>
std::vector<Leaf> folded(std::vector<Leaf> const& leaves, Moves&& moves, Turn&& turn) {
    std::vector<Leaf> stack, behind;
    for (Leaf const& leaf : leaves) (moves(leaf) ? behind : stack).push_back(leaf);
    std::reverse(behind.begin(), behind.end());
    for (Leaf leaf : behind) {
        std::swap(leaf.front, leaf.back);
        turn(leaf);
        stack.push_back(leaf);
    }
    return stack;
}

} // namespace

Sheet::Sheet(Side const& front, Side const& back) : width_(front.width) {
    // The back is printed on the other side of the same paper: its left is behind the front's right.
    std::vector<Face> backs = back.faces;
    for (Face& face : backs) mirror_x(face, width_ / 2);
    for (Face const& face : front.faces) {
        Leaf leaf{face, {}, middle_x(face), middle_y(face)};
        auto const other = std::find_if(backs.begin(), backs.end(), [&](Face const& each) {
            return std::abs(middle_x(each) - leaf.x) < 30 && std::abs(middle_y(each) - leaf.y) < 1;
        });
        if (other != backs.end()) {
            leaf.back = *other;
            backs.erase(other);
        }
        leaves_.push_back(leaf);
    }
    for (Face const& face : backs) leaves_.push_back({{}, face, middle_x(face), middle_y(face)});
}

void Sheet::fold_left_behind(double x) {
    leaves_ = folded(
        leaves_, [x](Leaf const& leaf) { return leaf.x < x; },
        [x](Leaf& leaf) {
            leaf.x = 2 * x - leaf.x;
            mirror_x(leaf.front, x);
            mirror_x(leaf.back, x);
        });
}

void Sheet::fold_top_behind(double y) {
    leaves_ = folded(
        leaves_, [y](Leaf const& leaf) { return leaf.y > y; },
        [y](Leaf& leaf) {
            leaf.y = 2 * y - leaf.y;
            mirror_y(leaf.front, y);
            mirror_y(leaf.back, y);
        });
}

} // namespace quoin::pdf::test
