# Sourced by the scripts that build: the Debian 12 packages that saring needs,
# and install_packages, which installs those that are missing.

saring_packages=(
  g++ cmake ninja-build ccache pkg-config
  libicu-dev libyaml-cpp-dev libxapian-dev libcli11-dev nlohmann-json3-dev
  catch2 xapian-tools xapian-omega clang-format
  hunspell-id hunspell-en-us libhunspell-dev
  python3-prometheus-client
  libmariadb-dev libodbc2 libpq5 libre2-9 libstemmer0d libexpat1  # of sphinxsearch
  libcpp-httplib-dev libcrypt1 libpcre2-8-0 libpcre3 libssl3 zlib1g  # of nginx
)

# Packages whose programs the tests start, and which would start a server of
# their own if they were installed; and what those programs load.
saring_unpacked=(
  sphinxsearch
  nginx libnginx-mod-http-ndk libnginx-mod-http-lua
  lua-resty-core lua-resty-lrucache libluajit2-5.1-2
)

# Prints the packages of the list that are not installed.
missing_packages() {
  local package
  for package in "${saring_packages[@]}"; do
    # A cross-architecture name such as pkgconf:amd64 is still found by its
    # plain name; a package that was removed, or only seen, has another status,
    # such as not-installed.
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null |
      grep --quiet --line-regexp installed || echo "$package"
  done
}

# Installs what is missing. Says what it does; does nothing, silently, when
# everything is there.
install_packages() {
  if ! command -v dpkg-query >/dev/null; then
    echo "not a Debian system: install these yourself: ${saring_packages[*]}" >&2
    return 0
  fi
  local missing as_root=()
  mapfile -t missing < <(missing_packages)
  if ((${#missing[@]} == 0)); then return 0; fi
  if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
      echo "missing packages, and no sudo to install them: ${missing[*]}" >&2
      return 1
    fi
    as_root=(sudo)
  fi
  echo "installing Debian packages: ${missing[*]}"
  local install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get
    install --yes --quiet --no-install-recommends "${missing[@]}")
  # The package index of a fresh machine is absent or old; only then fetch it.
  "${install[@]}" >/dev/null 2>&1 && return 0
  echo "fetching the package index (apt-get update)"
  "${as_root[@]}" apt-get update --quiet >/dev/null || return 1
  "${install[@]}" >/dev/null
}

# Unpacks the packages of saring_unpacked below build/unpacked, a folder each.
# Installs nothing; does nothing where they are unpacked, or on another system.
unpack_packages() {
  local package folder
  command -v dpkg >/dev/null || return 0
  for package in "${saring_unpacked[@]}"; do
    folder=$PWD/build/unpacked/$package
    if [[ -d $folder ]]; then continue; fi
    echo "unpacking the Debian package $package in $folder"
    rm -rf "$folder.new"
    mkdir -p "$folder.new"
    (cd "$folder.new" && apt-get download --quiet "$package" >/dev/null 2>&1 &&
      dpkg -x "$package"_*.deb .) || {
      echo "cannot fetch $package; try apt-get update" >&2
      return 1
    }
    mv "$folder.new" "$folder"
  done
}
