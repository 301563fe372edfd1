#pragma once
// Arguments in, an exit status out: 0 done, 1 the publication has errors, 2 wrong usage, 3 warnings under --strict,
// 4 preflight failed, 6 a written file failed its re-reading, 70 a fault of ours.

namespace quoin::cli {

int run(int count, char** words);

} // namespace quoin::cli
