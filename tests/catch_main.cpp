// The main function of every unit test program.
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

int main(int argument_count, char* arguments[]) {
    Catch::Session session;
    // A run that checked nothing must fail.
    session.configData().warnings =
        static_cast<Catch::WarnAbout::What>(Catch::WarnAbout::NoAssertions | Catch::WarnAbout::NoTests);
    int const status = session.applyCommandLine(argument_count, arguments);
    return status != 0 ? status : session.run();
}
