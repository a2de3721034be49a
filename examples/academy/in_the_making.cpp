#include "in_the_making.hpp"

#include <filesystem>

namespace academy {

namespace fs = std::filesystem;

InTheMaking::InTheMaking(std::string file) : file_(std::move(file)), was_there_(fs::exists(file_)) {}

InTheMaking::~InTheMaking() {
  if (finished_ || was_there_) return;
  std::error_code ignored;
  for (const char* end : {"", "-wal", "-shm"}) fs::remove(file_ + end, ignored);
}

}  // namespace academy
