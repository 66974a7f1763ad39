#!/bin/sh
# Is everything installed that a verb needs, and if not, can it be brought?
#
#   setup.sh need [GROUP...]  silent when all is there; otherwise says in one
#                             line what it installs and how, and installs it.
#                             `base` is always among the groups.
#   setup.sh doctor           what was found, what is needed, what to run.
#
# Environment: CC is the compiler to look for (cc), B the build folder (build);
# CONVLINGS_NO_INSTALL=1 says what is missing and installs nothing.
# Exit status: 0 all there, 1 something is missing and could not be brought.

# One line per tool. Packages that come together are joined by commas, `-` is
# "nothing to install here". The least version is one we know to be enough.
TOOLS='
cc           | base    | C11  | gcc,libc6-dev | gcc,glibc-devel      | gcc      | gcc,musl-dev      | gcc,glibc-devel | -            | everything
make         | base    | 3.81 | make          | make                 | make     | make              | make            | -            | everything
pkg-config   | base    | 0.29 | pkg-config    | pkgconf-pkg-config   | pkgconf  | pkgconf           | pkg-config      | pkgconf      | finding libpng and check
libpng       | base    | 1.6  | libpng-dev    | libpng-devel         | libpng   | libpng-dev        | libpng16-devel  | libpng       | pictures in and out
jansson      | base    | 2.10 | libjansson-dev | jansson-devel       | jansson  | jansson-dev       | libjansson-devel | jansson     | reports of the judge
libseccomp   | base    | 2.4  | libseccomp-dev | libseccomp-devel    | libseccomp | libseccomp-dev  | libseccomp-devel | -           | sandbox of the judge (Linux)
check        | test    | 0.11 | check         | check-devel          | check    | check-dev         | check-devel     | check        | make test
libcjson     | test    | 1.7  | libcjson-dev  | cjson-devel          | cjson    | cjson-dev         | cJSON-devel     | cjson        | make test reads the reports back
expat        | test    | 2.2  | libexpat1-dev | expat-devel          | expat    | expat-dev         | libexpat-devel  | expat        | make test reads the reports back
yaml-0.1     | test    | 0.2  | libyaml-dev   | libyaml-devel        | libyaml  | yaml-dev          | libyaml-devel   | libyaml      | make test reads the reports back
bsdtar       | class   | 3.3  | libarchive-tools | bsdtar          | libarchive | libarchive-tools | bsdtar         | -            | make grade unpacks archives
gnuplot      | figures | 5.2  | gnuplot-nox   | gnuplot-minimal      | gnuplot  | gnuplot           | gnuplot         | gnuplot      | make figures
sanitizers   | asan    | -    | gcc           | libasan,libubsan     | gcc      | -                 | gcc             | -            | make asan
clang-format | lint    | 14   | clang-format  | clang-tools-extra    | clang    | clang-extra-tools | clang-tools     | clang-format | make format, lint, house
clang-tidy   | lint    | 14   | clang-tidy    | clang-tools-extra    | clang    | clang-extra-tools | clang-tools     | llvm         | make lint
cppcheck     | lint    | 2.7  | cppcheck      | cppcheck             | cppcheck | cppcheck          | cppcheck        | cppcheck     | make lint
clang        | lint    | 10   | clang         | clang                | clang    | clang             | clang           | -            | make clang
libfuzzer    | fuzz    | -    | clang,libclang-rt-dev | clang,compiler-rt | clang,compiler-rt | clang,compiler-rt | clang | llvm         | make fuzz
parallel     | machines | -    | parallel     | parallel             | parallel | parallel          | gnu_parallel    | parallel     | a class on several machines
arm64-gcc    | cross   | 8    | gcc-aarch64-linux-gnu,libc6-dev-arm64-cross | - | aarch64-linux-gnu-gcc | - | - | -        | make machines
qemu-aarch64 | cross   | 5    | qemu-user     | qemu-user            | qemu-user | qemu-aarch64    | qemu-linux-user | -            | make machines
qemu-x86_64  | cross   | 7.2  | qemu-user     | qemu-user            | qemu-user | qemu-x86_64     | qemu-linux-user | -            | make machines
openmp       | threads | -    | libomp-dev    | libomp-devel         | openmp   | openmp-dev        | libomp-devel    | -            | clang on several cores
pytorch      | peers   | -    | python3-torch | python3-torch        | python-pytorch | -           | -               | pytorch      | make bench compares with it
onednn       | peers   | 2    | libdnnl-dev   | onednn-devel         | onednn   | -                 | -               | onednn       | make bench compares with it
openblas     | peers   | 0.3  | libopenblas-dev | openblas-devel     | openblas | openblas-dev      | openblas-devel  | openblas     | make bench compares with it
valgrind     | memory  | 3.15 | valgrind      | valgrind             | valgrind | valgrind          | valgrind        | -            | a second look at memory
'
OPTIONAL='asan lint fuzz memory machines cross threads peers'

cd "$(dirname "$0")/../.." || exit 1
CC=${CC:-cc}
log=${B:-build}/setup.log

say() {
    printf 'convlings: %s\n' "$*" >&2
}

# --- what is there ---------------------------------------------------------

# A compiler without the C library's headers is found but compiles nothing.
c_headers() {
    [ -f /usr/include/stdio.h ] ||
        echo '#include <stdio.h>' | $CC -E - >/dev/null 2>&1
}

links() { # SOURCE COMPILER [FLAG...]
    scratch=$(mktemp -d) || return 1
    echo "$1" >"$scratch/a.c"
    shift
    "$@" "$scratch/a.c" -o "$scratch/a" >/dev/null 2>&1
    status=$?
    rm -rf "$scratch"
    return $status
}

present() {
    case $1 in
    cc) command -v ${CC%% *} >/dev/null && c_headers ;;
    libseccomp) [ "$(uname)" != Linux ] || pkg-config --exists "$1" 2>/dev/null ;;
    libpng | jansson | check | libcjson | expat | yaml-0.1 | openblas)
        pkg-config --exists "$1" 2>/dev/null ;;
    sanitizers)
        links 'int main(void){return 0;}' $CC -fsanitize=address,undefined ;;
    libfuzzer)
        links 'int LLVMFuzzerTestOneInput(void){return 0;}' \
            clang -fsanitize=fuzzer,address,undefined ;;
    arm64-gcc) links 'int main(void){return 0;}' aarch64-linux-gnu-gcc ;;
    openmp) links 'int main(void){return 0;}' $CC -fopenmp -include omp.h ;;
    onednn) links 'dnnl_convolution_desc_t d;' $CC -include dnnl.h -c ;;
    pytorch) torch_somewhere ;;
    *) command -v "$1" >/dev/null ;;
    esac
}

# Whether PyTorch could be imported; without the seconds of importing it.
torch_somewhere() {
    for python in /usr/bin/python3 python3; do
        $python -c 'import sys, importlib.util as u
sys.exit(u.find_spec("torch") is None)' 2>/dev/null && return
    done
    return 1
}

version() {
    case $1 in
    cc) $CC --version ;;
    libpng | jansson | libseccomp | check | libcjson | expat | yaml-0.1 | openblas)
        pkg-config --modversion "$1" ;;
    arm64-gcc) aarch64-linux-gnu-gcc --version ;;
    onednn) printf '#include <dnnl.h>\nDNNL_VERSION_MAJOR.DNNL_VERSION_MINOR\n' |
        $CC -E -P - | tail -n 1 | tr -d ' ' ;;
    sanitizers | libfuzzer | openmp | pytorch) echo - ;;
    *) "$1" --version ;;
    esac 2>/dev/null | awk '
        match($0, /[0-9]+(\.[0-9]+)+/) {
            print substr($0, RSTART, RLENGTH); found = 1; exit
        }
        END { if (!found) print "-" }'
}

# older 1.9 1.10: is the first version below the second?
older() {
    awk -v a="$1" -v b="$2" 'BEGIN {
        n = split(a, x, "."); m = split(b, y, ".")
        for (i = 1; i <= n || i <= m; i++)
            if (x[i] + 0 != y[i] + 0) exit !(x[i] + 0 < y[i] + 0)
        exit 1
    }'
}

# ok, missing or old. C11 is proved by compiling, not by a version.
state() {
    if ! present "$1"; then
        echo missing
    elif [ "$1" = cc ]; then
        echo '_Static_assert(1, "C11"); int x;' |
            $CC -std=c11 -x c -c -o /dev/null - 2>/dev/null &&
            echo ok || echo "too old"
    elif [ "$2" != - ] && older "$(version "$1")" "$2"; then
        echo "too old"
    else
        echo ok
    fi
}

# --- how to bring the rest -------------------------------------------------

manager() {
    if [ "$(uname)" = Darwin ]; then
        command -v brew >/dev/null && echo brew
        return
    fi
    for m in apt-get dnf pacman apk zypper; do
        command -v $m >/dev/null && echo $m && return
    done
}

# Prints the packages that bring the tools named, for this package manager.
packages() {
    while IFS=' |' read -r tool group least apt dnf pacman apk zypper brew use
    do
        case " $* " in *" ${tool:-?} "*) ;; *) continue ;; esac
        case $manager in
        apt-get) list=$apt ;; dnf) list=$dnf ;; pacman) list=$pacman ;;
        apk) list=$apk ;; zypper) list=$zypper ;; *) list=$brew ;;
        esac
        [ "$tool" = cc ] && case $CC in *clang*) list="clang,$list" ;; esac
        [ "$list" = - ] || echo "$list"
    done <<END | tr , '\n' | awk '!seen[$0]++' | tr '\n' ' ' | sed 's/ $//'
$TOOLS
END
}

install_command() {
    case $manager in
    apt-get) echo "apt-get install -y --no-install-recommends $1" ;;
    dnf) echo "dnf install -y $1" ;;
    pacman) echo "pacman -Sy --noconfirm --needed $1" ;;
    apk) echo "apk add $1" ;;
    zypper) echo "zypper --non-interactive install $1" ;;
    brew) echo "brew install $1" ;;
    esac
}

# Prints what to put before a command so that it runs as root; fails when
# nobody could type a password.
as_root() {
    if [ "$(id -u)" = 0 ] || [ "$manager" = brew ]; then
        echo ""
    elif sudo -n true 2>/dev/null; then
        echo "sudo -n"
    elif command -v sudo >/dev/null && [ -t 0 ] && [ -t 2 ]; then
        echo "sudo"
    else
        return 1
    fi
}

logged() {
    printf '+ %s\n' "$*" >>"$log"
    "$@" >>"$log" 2>&1 </dev/null
}

# The lists of packages are fetched when there are none, and again when the
# install fails, for then they may be older than what the mirror still has.
install_with_apt() {
    set -- $root env DEBIAN_FRONTEND=noninteractive apt-get -q \
        -o Acquire::Retries=1 -o DPkg::Lock::Timeout=120
    apt_install="install -y --no-install-recommends $wanted"
    if ls /var/lib/apt/lists/*_Packages* >/dev/null 2>&1 &&
        logged "$@" $apt_install; then
        return 0
    fi
    logged "$@" update && logged "$@" $apt_install
}

install() {
    case $manager in
    apt-get) install_with_apt ;;
    *) logged $root $command ;;
    esac
}

# --- the two verbs ---------------------------------------------------------

# Sets $missing to the tools of these groups that are not there.
find_missing() {
    missing=
    while IFS=' |' read -r tool group rest; do
        case " base $* " in *" ${group:-?} "*) ;; *) continue ;; esac
        present "$tool" || missing="$missing $tool"
    done <<END
$TOOLS
END
    missing=${missing# }
}

# With make -j several groups are set up side by side, and package managers do
# not wait for each other in everything. Ends with this process.
take_turns() {
    mkdir -p "$(dirname "$log")" && exec 9>"$log.lock" || exit 1
    ! command -v flock >/dev/null || flock 9
}

stop() {
    say "$*"
    exit 1
}

need() {
    find_missing "$@"
    [ -z "$missing" ] && exit 0
    take_turns
    find_missing "$@"
    [ -z "$missing" ] && exit 0

    manager=$(manager)
    wanted=$(packages $missing)
    case " $missing " in *" cc "*)
        if command -v ${CC%% *} >/dev/null; then
            say "$CC is there, but not the headers of the C library."
        fi ;;
    esac
    [ -n "$manager" ] && [ -n "$wanted" ] ||
        stop "please install $missing and try again; no package manager known" \
            "here brings it (macOS: xcode-select --install, https://brew.sh)."
    command=$(install_command "$wanted")
    [ -z "$CONVLINGS_NO_INSTALL" ] ||
        stop "missing: $missing. To install: $command"
    root=$(as_root) ||
        stop "missing: $missing. Installing needs root; as root, run:" \
            "$command"

    say "installing $missing: ${root:+$root }$command"
    : >"$log" || exit 1
    install
    find_missing "$@"
    [ -z "$missing" ] && exit 0
    tail -n 12 "$log" >&2
    stop "could not install $missing (the whole story: $log). Is there a" \
        "network? By hand: ${root:+$root }$command"
}

# Prints one line of the table and counts what is not in order.
examine() {
    is=$(state "$1" "$3")
    found=-
    [ "$is" = missing ] || found=$(version "$1")
    case " $OPTIONAL " in
    *" $2 "*) use="$4 (optional)" ;;
    *) use=$4 ;;
    esac
    printf '%-13s %-9s %-8s %-8s %s\n' "$1" "$found" "$3" "$is" "$use"
    [ "$is" = ok ] && return
    bad="$bad $1"
    case " $OPTIONAL " in *" $2 "*) ;; *) needed="$needed $1" ;; esac
}

doctor() {
    bad= needed=
    printf '%-13s %-9s %-8s %-8s %s\n' tool found needed state 'what for'
    while IFS=' |' read -r tool group least apt dnf pacman apk zypper brew use
    do
        [ -z "$tool" ] || examine "$tool" "$group" "$least" "$use"
    done <<END
$TOOLS
END
    case " $bad " in *" cc "*)
        command -v ${CC%% *} >/dev/null && ! c_headers &&
            echo "$CC is there, but not the headers of the C library." ;;
    esac
    [ -z "$bad" ] && echo "Everything is there." && exit 0
    manager=$(manager)
    wanted=$(packages $bad)
    echo
    if [ -n "$manager" ] && [ -n "$wanted" ]; then
        root=$(as_root) || root="(as root)"
        echo "To bring it: ${root:+$root }$(install_command "$wanted")"
    else
        echo "No package manager known here brings:$bad"
    fi
    [ -z "$needed" ]
    exit
}

verb=$1
[ $# -gt 0 ] && shift
case $verb in
need) need "$@" ;;
doctor) doctor ;;
*) sed -n '2,12s/^# \{0,1\}//p' "$0" >&2 && exit 2 ;;
esac
