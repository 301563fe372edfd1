#pragma once
// The built program as a shell would run it, and what came of it.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace quoin::cli::test {

/// A folder for the files of one test, gone at its end.
class Workplace {
  public:
    Workplace() : path_(std::filesystem::temp_directory_path() / ("quoin-cli-" + std::to_string(::getpid()))) {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    ~Workplace() {
        std::error_code code;
        std::filesystem::remove_all(path_, code);
    }
    Workplace(Workplace const&) = delete;
    Workplace& operator=(Workplace const&) = delete;

    [[nodiscard]] std::string path(std::string const& name = "") const { return (path_ / name).string(); }
    [[nodiscard]] bool exists(std::string const& name) const { return std::filesystem::exists(path_ / name); }
    [[nodiscard]] std::string read(std::string const& name) const {
        std::ifstream stream(path_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    void write(std::string const& name, std::string const& text) const {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << text;
    }

    struct Outcome {
        int status = -1;
        std::string out, err;
    };
    /// Runs `quoin ARGUMENTS` in this folder; `before` may set variables.
    [[nodiscard]] Outcome run(std::string const& arguments, std::string const& before = "") const {
        std::string const line = "cd '" + path_.string() + "' && " + before + " '" QUOIN_BINARY "' " + arguments +
                                 " >stdout.txt 2>stderr.txt";
        int const result = std::system(line.c_str());
        Outcome outcome{WIFEXITED(result) ? WEXITSTATUS(result) : -1, read("stdout.txt"), read("stderr.txt")};
        std::filesystem::remove(path_ / "stdout.txt");
        std::filesystem::remove(path_ / "stderr.txt");
        return outcome;
    }

  private:
    std::filesystem::path path_;
};

inline bool has(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

} // namespace quoin::cli::test
