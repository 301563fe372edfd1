#include "cli/run.hpp"

int main(int count, char** words) { return quoin::cli::run(count, words); }
