#pragma once
// One walk over a document before anything is written: how large each block will be, which notes, pictures and languages
// it needs, and at which serials a page mark may stand.

#include "model/document.hpp"

#include <cstdint>
#include <set>
#include <utility>
#include <vector>

namespace quoin::epub {

/// What the plan has to know of a block and all it holds.
struct BlockFacts {
    std::size_t bytes = 0; // of its XHTML, estimated from above; notes are counted at their first mark
    std::uint32_t serial = 0;
    int heading = 0;                         // level of a heading, otherwise 0
    std::vector<model::NoteReference> marks; // in reading order
};

class Survey {
  public:
    explicit Survey(model::Document const&);

    [[nodiscard]] std::vector<BlockFacts> blocks(model::Blocks const&);
    [[nodiscard]] BlockFacts texts(std::initializer_list<model::Inlines const*>);
    void language(model::Language const&);

    /// Serials of the blocks seen so far, where a page mark may stand.
    [[nodiscard]] std::set<std::uint32_t> const& serials() const { return serials_; }
    [[nodiscard]] std::vector<std::uint32_t> const& pictures() const { return pictures_; }
    [[nodiscard]] std::vector<model::Language> const& languages() const { return languages_; }
    /// Pictures that are no ornaments, and those of them without an alternative text.
    [[nodiscard]] std::size_t meaningful_pictures() const { return meaningful_; }
    [[nodiscard]] std::size_t undescribed_pictures() const { return undescribed_; }
    void entry(std::uint32_t serial) { serials_.insert(serial); }

  private:
    class Walk;
    void picture(model::AssetId);
    std::size_t note_bytes(model::NoteReference const&);

    model::Document const& document_;
    std::set<std::uint32_t> serials_;
    std::vector<std::uint32_t> pictures_;
    std::vector<bool> picture_seen_, note_counted_;
    std::vector<model::Language> languages_;
    std::size_t meaningful_ = 0, undescribed_ = 0;
    bool in_note_ = false; // no page mark stands in a note
};

} // namespace quoin::epub
