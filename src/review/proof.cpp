#include "review/proof.hpp"

#include "manuscript/words.hpp"
#include "review/visible_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <unordered_map>

namespace quoin::review {

using manuscript::words;

namespace {

// A word's balance: how often the source has it more than the folder.
struct Account {
    long long balance = 0;
    Span first;
};

class Ledger {
  public:
    void enter(std::string const& word, long long times, Span place = {}) {
        auto const [entry, made] = accounts_.try_emplace(word);
        if (entry->second.first.file == FileId::none) entry->second.first = place;
        entry->second.balance += times;
    }
    void enter_text(std::string_view text, long long times, std::size_t* count = nullptr) {
        for (std::string const& word : words(text)) {
            enter(word, times);
            if (count != nullptr) ++*count;
        }
    }

    void close(Proof& proof) const {
        for (auto const& [word, account] : accounts_) {
            if (account.balance > 0)
                proof.lost.push_back({word, static_cast<std::size_t>(account.balance), account.first});
            if (account.balance < 0) proof.extra.push_back({word, static_cast<std::size_t>(-account.balance), {}});
        }
        std::ranges::sort(proof.lost, {}, [](LooseWord const& each) {
            return std::tuple(each.place.file, each.place.begin, each.word);
        });
        std::ranges::sort(proof.extra, {}, &LooseWord::word);
    }

  private:
    std::unordered_map<std::string, Account> accounts_;
};

void enter_source(manuscript::Imported const& part, SourceMap const& sources, Ledger& ledger, Proof& proof,
                  std::vector<std::string>& row) {
    if (part.view == FileId::none) return;
    std::string_view const view = sources.text(part.view);
    for (std::size_t at = 0; at < view.size();) {
        std::size_t const end = std::min(view.find('\n', at), view.size());
        Span const place{part.view, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
        for (std::string& word : words(view.substr(at, end - at))) {
            ledger.enter(word, 1, place);
            ++proof.source;
            row.push_back(std::move(word));
        }
        at = end + 1;
    }
}

std::string joined_row(std::vector<std::string> const& row, std::size_t at) {
    return row[at] + ' ' + row[at + 1] + ' ' + row[at + 2];
}

std::size_t broken_rows(std::vector<std::string> const& source, std::vector<std::string> const& kept) {
    std::set<std::string, std::less<>> known;
    for (std::size_t at = 0; at + 2 < kept.size(); ++at) known.insert(joined_row(kept, at));
    std::size_t broken = 0;
    for (std::size_t at = 0; at + 2 < source.size(); ++at)
        if (!known.contains(joined_row(source, at))) ++broken;
    return broken;
}

std::string listed(std::vector<LooseWord> const& words) {
    constexpr std::size_t most = 12;
    std::string list;
    for (std::size_t at = 0; at < words.size() && at < most; ++at) list += " " + words[at].word;
    return words.size() > most ? list + " …" : list;
}

} // namespace

std::size_t Proof::dropped_words() const {
    std::size_t sum = 0;
    for (auto const& [name, count] : dropped) sum += count;
    return sum;
}

Proof prove(std::vector<manuscript::Imported> const& parts, std::vector<model::Document>& kept,
            SourceMap const& sources) {
    Proof proof;
    Ledger ledger;
    std::vector<std::string> source_row, kept_row;
    for (manuscript::Imported const& part : parts) {
        enter_source(part, sources, ledger, proof, source_row);
        for (manuscript::Passage const& each : part.dropped)
            ledger.enter_text(each.text, -1, &proof.dropped[each.name]);
        for (manuscript::Passage const& each : part.added) ledger.enter_text(each.text, 1, &proof.added);
        for (manuscript::WordJoin const& each : part.joins) {
            ledger.enter_text(each.left, -1);
            ledger.enter_text(each.right, -1);
            ledger.enter_text(each.joined, 1);
        }
    }
    for (model::Document& document : kept)
        for (std::string const& text : visible_text(document))
            for (std::string& word : words(text)) {
                ledger.enter(word, -1);
                ++proof.kept;
                kept_row.push_back(std::move(word));
            }
    ledger.close(proof);
    proof.broken_rows = broken_rows(source_row, kept_row);
    return proof;
}

void tell(Proof const& proof, Diagnostics& diagnostics) {
    if (proof.holds()) return;
    std::vector<std::string> hints;
    if (!proof.lost.empty()) hints.push_back("lost:" + listed(proof.lost));
    if (!proof.extra.empty()) hints.push_back("invented:" + listed(proof.extra));
    diagnostics.error(
        Code::import_words_lost, proof.lost.empty() ? Span{} : proof.lost.front().place,
        fmt::format("{} words of the source are lost, and {} are invented", proof.lost.size(), proof.extra.size()),
        std::move(hints));
}

} // namespace quoin::review
