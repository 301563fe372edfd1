// Breaks the paragraphs of a UTF-8 text (Markdown marks are taken out roughly) and prints times and evenness:
//     quoin_text_bench FILE… [--family NAME] [--size PT] [--measure MM] [--space PER_MILLE] [--indent 0|1]
//                      [--language TAG] [--threads N] [--repeat N] [--hyphen N] [--badness N] [--contrast N]
// Not a test: it has no limits. What the numbers mean stands at the end of the program.

#include "base/pool.hpp"
#include "text/paragraph.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sys/resource.h>

using namespace quoin;

namespace {

struct Options {
    std::vector<std::string> files;
    std::string family = "text", language = "en";
    double size = 10, measure = 104;
    bool indent = true, variants = true, set = true, list = false, notes = true;
    std::size_t threads = 1;
    int repeat = 1;
    style::LineBreaking rules;
};

style::ByMeasure everywhere(int weight) { return {weight, weight, weight}; }

Options read_options(int count, char** words) {
    Options options;
    for (int i = 1; i < count; ++i) {
        std::string const word = words[i];
        auto const value = [&] { return std::string(words[++i]); };
        if (word == "--family")
            options.family = value();
        else if (word == "--language")
            options.language = value();
        else if (word == "--size")
            options.size = std::stod(value());
        else if (word == "--measure")
            options.measure = std::stod(value());
        else if (word == "--space")
            options.rules.space_width = std::stoi(value());
        else if (word == "--hyphen")
            options.rules.weights.hyphen_penalty = everywhere(std::stoi(value()));
        else if (word == "--badness")
            options.rules.weights.badness = everywhere(std::stoi(value()));
        else if (word == "--contrast")
            options.rules.weights.contrast = everywhere(std::stoi(value()));
        else if (word == "--indent")
            options.indent = value() != "0";
        else if (word == "--variants")
            options.variants = value() != "0";
        else if (word == "--set")
            options.set = value() != "0";
        else if (word == "--notes")
            options.notes = value() != "0"; // paragraphs that define notes
        else if (word == "--list")
            options.list = true;
        else if (word == "--threads")
            options.threads = std::stoul(value());
        else if (word == "--repeat")
            options.repeat = std::stoi(value());
        else
            options.files.push_back(word);
    }
    return options;
}

struct Source {
    std::string text;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> notes; // places of superior figures
    bool first = false;                                         // behind a heading: no indent
};

// Note marks become superior figures, definitions are paragraphs, emphasis marks go.
Source clean(std::string const& raw, int& note) {
    Source out;
    std::size_t from = 0;
    if (raw.rfind("[^", 0) == 0) from = raw.find("]:") == std::string::npos ? 0 : raw.find("]:") + 2;
    while (from < raw.size() && raw[from] == ' ') ++from;
    for (std::size_t i = from; i < raw.size(); ++i) {
        if (raw[i] == '[' && i + 1 < raw.size() && raw[i + 1] == '^') {
            std::size_t const end = raw.find(']', i);
            if (end != std::string::npos) {
                std::string const figure = std::to_string(++note);
                auto const begin = static_cast<std::uint32_t>(out.text.size());
                out.text += figure;
                out.notes.emplace_back(begin, static_cast<std::uint32_t>(out.text.size()));
                i = end;
                continue;
            }
        }
        if (raw[i] == '*' || raw[i] == '_') continue;
        if (raw[i] == '\n')
            out.text += ' ';
        else
            out.text += raw[i];
    }
    while (!out.text.empty() && out.text.back() == ' ') out.text.pop_back();
    return out;
}

std::vector<Source> read_paragraphs(std::vector<std::string> const& files, bool notes) {
    std::vector<Source> paragraphs;
    int note = 0;
    bool after_heading = true;
    for (std::string const& file : files) {
        std::ifstream stream(file, std::ios::binary);
        std::string const text{std::istreambuf_iterator<char>(stream), {}};
        std::size_t at = 0;
        if (text.rfind("---", 0) == 0) at = text.find("\n---", 3) + 5;
        while (at < text.size()) {
            std::size_t end = text.find("\n\n", at);
            if (end == std::string::npos) end = text.size();
            std::string const raw = text.substr(at, end - at);
            at = end + 2;
            if (raw.empty() || (!notes && raw[0] == '[' && raw[1] == '^')) continue;
            if (raw[0] == '#') {
                after_heading = true;
                continue;
            }
            Source source = clean(raw, note);
            source.first = after_heading;
            if (raw[0] != '[') after_heading = false;
            if (!source.text.empty()) paragraphs.push_back(std::move(source));
        }
    }
    return paragraphs;
}

text::ParagraphText to_text(Source const& source, Options const& options) {
    text::ParagraphText out;
    out.text = source.text;
    text::CharacterStyle style;
    style.face.family = options.family;
    style.size = Length::from_points(options.size);
    std::uint32_t at = 0;
    auto const add = [&](std::uint32_t end, text::Rise rise) {
        if (end == at) return;
        text::Run run;
        run.begin = at;
        run.end = end;
        run.style = style;
        run.style.rise = rise;
        run.language = options.language;
        out.runs.push_back(run);
        at = end;
    };
    std::uint32_t value = 0;
    for (auto const& [begin, end] : source.notes) {
        add(begin, text::Rise::none);
        out.marks.push_back({text::Mark::Kind::note, begin, value++});
        add(end, text::Rise::superior);
    }
    add(static_cast<std::uint32_t>(out.text.size()), text::Rise::none);
    return out;
}

double cpu() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec) + static_cast<double>(usage.ru_utime.tv_usec) / 1e6;
}

struct Evenness {
    std::size_t lines = 0, full = 0, hyphens = 0, ladders = 0, loose = 0, very_loose = 0, short_last = 0, lasts = 0,
                run = 0;
    double sum = 0, squares = 0, most = 0, contrast = 0, scale_squares = 0;
    std::size_t pairs = 0, plus = 0, minus = 0, six = 0;
    std::vector<double> all;
};

void count(Evenness& e, text::Paragraph const& paragraph, double em) {
    auto const& variant = paragraph.variants()[paragraph.best()];
    double before = -1;
    e.run = 0;
    if (variant.lines.size() >= 6) {
        ++e.six;
        if (paragraph.best() > 0) ++e.minus;
        if (paragraph.best() + 1 < paragraph.variants().size()) ++e.plus;
    }
    for (std::size_t i = 0; i < variant.lines.size(); ++i) {
        auto const& line = variant.lines[i];
        ++e.lines;
        if (line.ends_in_hyphen) {
            ++e.hyphens;
            if (++e.run == 3) ++e.ladders;
        } else {
            e.run = 0;
        }
        if (i + 1 == variant.lines.size()) {
            ++e.lasts;
            if (variant.lines.size() > 1 && line.natural_width.in_points() < 3 * em) ++e.short_last;
            continue;
        }
        double const r = line.ratio / 1000.0;
        double const ratio = r >= 0 ? 1 + 0.5 * r : 1 + 0.33 * r;
        ++e.full;
        e.all.push_back(ratio);
        e.sum += ratio;
        e.squares += ratio * ratio;
        e.most = std::max(e.most, ratio);
        if (ratio > 1.5) ++e.loose;
        if (ratio > 2) ++e.very_loose;
        double const scale = r >= 0 ? 2 * std::min(r, 1.0) : 1.5 * r;
        e.scale_squares += scale * scale;
        if (before > 0) e.contrast += std::abs(ratio - before), ++e.pairs;
        before = ratio;
    }
}

} // namespace

int main(int argument_count, char** arguments) {
    Options const options = read_options(argument_count, arguments);
    std::vector<Source> const sources = read_paragraphs(options.files, options.notes);
    DiskFileSystem const files;
    SourceMap map;
    Diagnostics diagnostics;
    double const start = cpu();
    text::FontBookRequest request;
    request.table = std::string(QUOIN_SOURCE_DIR) + "/fonts/fonts.toml";
    auto book = text::FontBook::load(request, files, map, diagnostics);
    if (!book) {
        std::cerr << book.error().message << '\n';
        return 1;
    }
    double const loaded = cpu();
    std::size_t words = 0;
    for (auto const& source : sources)
        words += static_cast<std::size_t>(std::count(source.text.begin(), source.text.end(), ' ')) + 1;
    text::ParagraphShape shape;
    shape.measure = Length::from_millimetres(options.measure);
    shape.want_variants = options.variants;
    std::vector<std::unique_ptr<text::Paragraph>> paragraphs(sources.size());
    std::vector<Diagnostics> found(sources.size());
    Pool pool(options.threads);
    double broken = 0;
    for (int turn = 0; turn < options.repeat; ++turn) {
        double const before = cpu();
        pool.for_each(sources.size(), [&](std::size_t i) {
            text::ParagraphShape own = shape;
            if (options.indent && !sources[i].first) own.first_indent = Length::from_points(options.size);
            found[i] = {};
            paragraphs[i] = std::make_unique<text::Paragraph>(
                text::break_paragraph(to_text(sources[i], options), own, options.rules, *book, found[i]));
        });
        broken = cpu() - before;
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    double const before_set = cpu();
    std::size_t glyphs = 0;
    if (options.set)
        for (auto const& paragraph : paragraphs)
            for (std::size_t line = 0; line < paragraph->variants()[paragraph->best()].lines.size(); ++line)
                for (auto const& piece : paragraph->set_line(paragraph->best(), line).pieces)
                    glyphs += piece.run.glyphs.size();
    double const set = cpu() - before_set;
    Evenness e;
    for (auto const& paragraph : paragraphs) count(e, *paragraph, options.size);
    if (options.list)
        for (auto const& paragraph : paragraphs)
            for (auto const& line : paragraph->variants()[paragraph->best()].lines)
                std::printf("%6.3f %s\n", line.ratio / 1000.0,
                            paragraph->text().text.substr(line.begin, line.end - line.begin).c_str());
    double const n = static_cast<double>(std::max<std::size_t>(e.full, 1)), mean = e.sum / n;
    std::sort(e.all.begin(), e.all.end());
    std::size_t warnings = 0;
    for (auto const& list : found) {
        warnings += list.all().size();
        for (auto const& one : list.all())
            if (warnings < 20) std::fprintf(stderr, "%s\n", one.message.c_str());
    }
    std::printf(
        "%zu words, %zu paragraphs, %zu glyphs; fonts %.3f s, shape+hyphenate+break %.3f s, set %.3f s; peak %ld MB\n",
        words, sources.size(), glyphs, loaded - start, broken, set, usage.ru_maxrss / 1024);
    std::printf("lines %zu  mean %.3f sd %.3f p95 %.3f max %.3f  >1.5 %.2f%% >2 %.2f%%  contrast %.3f  hyphens %.2f%% "
                "ladders %zu  "
                "last<3em %zu of %zu  scale sd %.2f%%  +1 %zu -1 %zu of %zu  findings %zu\n",
                e.lines, mean, std::sqrt(std::max(0.0, e.squares / n - mean * mean)),
                e.all.empty() ? 0 : e.all[e.all.size() * 95 / 100], e.most, 100.0 * static_cast<double>(e.loose) / n,
                100.0 * static_cast<double>(e.very_loose) / n,
                e.contrast / static_cast<double>(std::max<std::size_t>(e.pairs, 1)),
                100.0 * static_cast<double>(e.hyphens) / static_cast<double>(std::max<std::size_t>(e.lines, 1)),
                e.ladders, e.short_last, e.lasts, std::sqrt(e.scale_squares / n), e.plus, e.minus, e.six, warnings);
    return 0;
}
