#pragma once
// Which fragments are one paragraph, over columns, pages and inserts, and what lies between them.

#include "recover/recovery.hpp"

#include <optional>
#include <string>
#include <vector>

namespace quoin::recover {

enum class SeamKind {
    space,       // two words
    hyphen_out,  // one word; the hyphen goes
    hyphen_kept, // one word with its hyphen
    address,     // one address
    call,        // the right half begins with the call of a note
};
struct Seam {
    SeamKind kind = SeamKind::space;
    double confidence = 1;
    std::string reason;
};

struct Group;
/// An advertisement or box.
struct InsertPlaces {
    std::vector<Group> groups;
    double confidence = 0.9;
    std::string reason;
};
/// A paragraph, heading, list item …: fragments with seams between them, and the inserts that interrupt it.
struct Group {
    std::vector<std::size_t> fragments;
    std::vector<Seam> seams; // one less
    std::vector<InsertPlaces> inserts;
    std::optional<InsertPlaces> insert; // the group is one itself; `fragments` is empty then
    std::size_t length = 0;
    [[nodiscard]] std::size_t first() const { return fragments.front(); }
    [[nodiscard]] std::size_t last() const { return fragments.back(); }
};

/// Whether two fragments are halves of one paragraph. `length`: of all that is joined to the left one already.
std::optional<Seam> judge_seam(Recovery const&, std::size_t left, std::size_t right, std::size_t length);
/// What a hyphen at the left one's end means.
std::optional<Seam> judge_hyphen(Recovery const&, Fragment const& left, Fragment const& right);
/// An address that is cut at the left one's end and goes on in the right one.
bool is_cut_address(std::string_view left_raw, std::string_view right_raw);

/// The groups of a run of fragments; inserts within sentences are found, and those that a label tells.
std::vector<Group> find_groups(Recovery&, std::vector<std::size_t> const& flow);
/// The same without looking for inserts: within one.
std::vector<Group> join_groups(Recovery&, std::vector<std::size_t> const& flow);
/// Free inserts between articles: each begins at a label or a title.
std::vector<InsertPlaces> split_inserts(Recovery&, std::vector<std::size_t> const& flow);
/// Takes inserts that interrupt nothing out of the groups of an article.
void find_labelled_inserts(Recovery&, std::vector<Group>&);

} // namespace quoin::recover
