// Prints the text of a tagged PDF in the order of its structure, without spaces: what tests/validators/reading_order.py compares.
// poppler's own reading of the tree takes minutes for a book.

#include "base/file_system.hpp"
#include "preflight/pdf_facts.hpp"
#include "preflight/read_pdf.hpp"

#include <cstdio>

int main(int count, char** arguments) {
    if (count != 2) return 2;
    auto const bytes = quoin::DiskFileSystem().read(arguments[1]);
    if (!bytes) return 1;
    auto const facts = quoin::preflight::read_pdf(*bytes);
    if (!facts) return 1;
    std::fwrite(facts->structure.text.data(), 1, facts->structure.text.size(), stdout);
    return 0;
}
