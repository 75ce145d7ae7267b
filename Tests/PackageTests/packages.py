"""What people install, put into a bare Debian as they would. The tests run in the order of their names."""

import glob
import os
import re
import subprocess
import time
import unittest

from bare import PACKAGES, ROOT, Seat, package, run

NEWEST_GLIBC = (2, 34)
LIBRARIES = {"libc.so.6", "libm.so.6", "libgcc_s.so.1", "ld-linux-x86-64.so.2"}
KNOWN = ["xterm-256color", "xterm", "screen-256color", "tmux-256color", "linux", "vt100"]

# What is typed before tab, and what stands there then.
COMPLETED = [
    ("fivemoves sto", "fivemoves story"), ("fivemoves repl", "fivemoves replay"),
    ("fivemoves line --weight-d", "line --weight-decay"),
    ("fivemoves --optimizer s", "--optimizer sgd"),
    ("fivemoves --st", "fivemoves --steps"),
    ("fivemoves --optimizer=s", "--optimizer=sgd"),
    ("fivemoves picture line --panel=wor", "--panel=words"),
    ("fivemoves line --text=/packages/SHA256", "--text=/packages/SHA256SUMS"),
    ("fivemoves train spi", "train spiral"),
    ("fivemoves train line --optimizer ad", "--optimizer adamw"),
    ("fivemoves story --break forget-z", "--break forget-zero-grad"),
    ("fivemoves picture line --panel wor", "--panel words"),
    ("fivemoves replay /packages/SHA256", "/packages/SHA256SUMS"),
    ("fivemoves picture /packages/SHA256", "/packages/SHA256SUMS"),
    ("fivemoves watch -- dpkg-reconf", "-- dpkg-reconfigure"),
    ("fivemoves watch --no-screen -- dpkg-reconf", "-- dpkg-reconfigure"),
    ("fivemoves watch -- cat /packages/SHA256", "/packages/SHA256SUMS"),
]


def glob_in_root(pattern):
    """The paths in the root that a pattern matches there."""
    return [place[len(ROOT):] for place in glob.glob(ROOT + pattern)]


class Packages(unittest.TestCase):
    def printed(self, *command, **variables):
        text, code = run(*command, **variables)
        self.assertEqual(code, 0, f"{' '.join(command)}\n{text}")
        return text

    def opens(self, *command, **variables):
        seat = Seat(*command, **variables)
        try:
            self.assertTrue(seat.shows("Press space"), f"{command} {variables}\n{seat.text}")
            seat.type(" ")
            self.assertTrue(seat.shows("step 1"), seat.text)
        finally:
            seat.type("q")
            code = seat.code()
        self.assertEqual(code, 0, seat.text)

    def completes(self, shell, typed, wanted):
        seat = Seat(*shell, TERM="vt100")
        try:
            self.assertTrue(seat.shows("ready> "), seat.text)
            before = len(seat.text)
            seat.type(typed + "\t")
            seat.shows(wanted, seconds=10)
            self.assertIn(wanted, seat.text[before:].replace("\r", ""))
        finally:
            seat.type("\x15exit\r")
            seat.code()


class Files(Packages):
    def test_1_the_sums_are_those_of_the_files(self):
        subprocess.run(
            ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=PACKAGES, check=True)
        with open(f"{PACKAGES}/SHA256SUMS") as sums:
            self.assertEqual(len(sums.readlines()), 3)

    def test_2_the_wheel_is_tagged_as_auditwheel_finds_it(self):
        wheel = ROOT + package(".whl")
        tag = re.search(r"manylinux_\w+_x86_64", wheel).group()
        said = subprocess.run(["auditwheel", "show", wheel], capture_output=True, text=True, check=True)
        self.assertIn(f'platform tag: "{tag}"', said.stdout.replace("\n", " "))

    def test_3_lintian_has_no_errors_and_no_warnings_to_name(self):
        said = subprocess.run(
            ["lintian", "--fail-on", "error,warning", "--allow-root", ROOT + package(".deb")],
            capture_output=True, text=True)
        self.assertEqual(said.returncode, 0, said.stdout + said.stderr)


class BareRoot(Packages):
    def test_1_there_is_neither_swift_nor_what_ncurses_is_built_with(self):
        self.assertNotEqual(run("sh", "-c", "command -v swift || command -v gcc")[1], 0)
        self.assertEqual(glob.glob(f"{ROOT}/usr/include/*curses*"), [])

    def test_2_the_wheel_installs_in_seconds_without_a_network(self):
        self.printed("python3", "-m", "venv", "/venv")
        start = time.monotonic()
        self.printed("/venv/bin/pip", "install", "--no-index", package(".whl"))
        seconds = time.monotonic() - start
        print(f"pip install took {seconds:.1f} s ... ", end="")
        self.assertLess(seconds, 30)
        said = self.printed("cat", *glob_in_root("/venv/lib/python3*/site-packages/fivemoves-*/METADATA"))
        self.assertIn("AVX2", said)

    def test_3_the_program_needs_few_libraries_and_no_new_one(self):
        program = f"{ROOT}/venv/bin/fivemoves"
        said = subprocess.run(["objdump", "-p", "-T", program], capture_output=True, text=True).stdout
        self.assertLessEqual(set(re.findall(r"NEEDED +(\S+)", said)), LIBRARIES)
        # What it calls in them is found at the start, and cannot be written over later.
        self.assertRegex(said, r"\n +RELRO ")
        self.assertTrue(int(re.search(r"\n +FLAGS +(0x[0-9a-f]+)", said).group(1), 16) & 0x8, "BIND_NOW")
        versions = {tuple(map(int, v.split("."))) for v in re.findall(r"GLIBC_([\d.]+)", said)}
        newest = ".".join(map(str, max(versions)))
        symbols = sorted(set(re.findall(rf"GLIBC_{re.escape(newest)}\) +(\S+)", said)))
        print(f"glibc {newest} for {len(symbols)} symbols, such as {symbols[0]} ... ", end="")
        self.assertLessEqual(max(versions), NEWEST_GLIBC)

    def test_4_the_version_names_the_commit_swift_and_the_instructions(self):
        text = self.printed("/venv/bin/fivemoves", "--version")
        self.assertRegex(
            text, r"^fivemoves \d+\.\d+\.\d+ \(commit [0-9a-f]{12}( with changes)?, Swift 6\.\d[.\d]*, .+\)\n$")
        with open("/proc/cpuinfo") as facts:
            wide = "avx512f" in facts.read()
        self.assertEqual("AVX-512" in text, wide)

    def test_5_it_trains(self):
        text = self.printed("/venv/bin/fivemoves", "train", "line", "--steps", "20")
        self.assertIn("step 20", text)

    def test_6_pip_and_the_name_alone_open_the_lesson(self):
        self.opens("/venv/bin/fivemoves", TERM="xterm-256color")

    def test_7_screens_open_on_terminals_that_are_known_and_on_a_new_one(self):
        for terminal in ["xterm-256color", "screen-256color", "xterm-of-tomorrow"]:
            self.opens("/venv/bin/fivemoves", "story", TERM=terminal)

    def test_8_an_unknown_terminal_is_told_the_way_out_in_one_line(self):
        seat = Seat("/venv/bin/fivemoves", "story", TERM="no-such-terminal")
        self.assertEqual(seat.code(), 2)
        self.assertEqual(len(seat.text.splitlines()), 1)
        self.assertIn("fivemoves train", seat.text)

    def test_9_the_module_for_python_is_there(self):
        text = self.printed("/venv/bin/python", "-c", "import fivemoves; print(callable(fivemoves.watch))")
        self.assertEqual(text, "True\n")


class Debian(Packages):
    @classmethod
    def tearDownClass(cls):
        run("apt-get", "purge", "-y", "fivemoves")

    def test_1_apt_installs_it_and_needs_nothing_more(self):
        text = self.printed(
            "apt-get", "install", "-y", package(".deb"), DEBIAN_FRONTEND="noninteractive")
        self.assertIn("1 newly installed", text)
        self.assertIn("AVX2", self.printed("dpkg-query", "--show", "--showformat=${Description}", "fivemoves"))

    def test_2_man_shows_every_part_of_the_page(self):
        text = self.printed("man", "fivemoves", MANWIDTH="80")
        parts = ["NAME", "SYNOPSIS", "DESCRIPTION", "LESSONS", "KEYS", "OPTIONS", "COMMANDS",
                 "ENVIRONMENT", "FILES", "EXIT STATUS", "EXAMPLES"]
        for part in parts:
            self.assertIn(f"\n{part}\n", text)
        self.assertLessEqual(max(map(len, text.splitlines())), 80)
        text = self.printed("man", "fivemoves-classroom", MANWIDTH="80")
        self.assertIn("fivemoves-classroom --teach [--own]", text)
        self.assertNotIn("zero_grad", text)
        self.assertIn("the packages openssh-server and procps", " ".join(text.split()))
        self.assertRegex(text, r"\nFILES\n +class_key\n +In the class")

    def test_3_the_classroom_is_there_with_its_program(self):
        self.assertIn("fivemoves-classroom --match-user", self.printed("fivemoves-classroom", "--help"))
        text = self.printed("fivemoves-classroom", "--match-user", "class")
        self.assertIn("ForceCommand exec '/usr/bin/fivemoves' --kiosk story", text)

    def test_4_bash_completes_lessons_options_and_values(self):
        with open(f"{ROOT}/root/.bashrc", "w") as file:
            file.write("PS1='ready> '; . /usr/share/bash-completion/bash_completion\n")
        self.complete_all(["bash", "-i"])

    def test_4_bash_completes_them_without_bash_completion_too(self):
        with open(f"{ROOT}/root/.bashrc", "w") as file:
            file.write("PS1='ready> '; . /usr/share/bash-completion/completions/fivemoves\n")
        self.complete_all(["bash", "-i"])

    def test_5_zsh_completes_lessons_options_and_values(self):
        with open(f"{ROOT}/root/.zshrc", "w") as file:
            file.write("PS1='ready> '; autoload -Uz compinit && compinit -u\n")
        self.complete_all(["zsh", "-i"])

    def test_5_fish_completes_them(self):
        for typed, wanted in COMPLETED:
            with self.subTest(typed):
                told = self.printed("fish", "-c", 'complete -C "$argv"', typed)
                found = [line.split("\t")[0] for line in told.splitlines()]
                self.assertIn(wanted.split()[-1], found)
        self.assertNotIn("play", self.printed("fish", "-c", 'complete -C "fivemoves "').split())

    def complete_all(self, shell):
        for typed, wanted in COMPLETED:
            with self.subTest(typed):
                self.completes(shell, typed, wanted)

    def test_6_apt_removes_all_of_it(self):
        self.printed("apt-get", "remove", "-y", "fivemoves")
        left = [
            place for folder in ["usr", "etc", "var/lib/fivemoves"]
            for place in glob.glob(f"{ROOT}/{folder}/**/*fivemoves*", recursive=True)
        ]
        self.assertEqual(left, [])


class WithoutADatabase(Packages):
    """No terminfo anywhere, as in the smallest containers, and the tarball in a folder of its own."""

    def test_1_the_tarball_brings_a_program_that_runs_where_it_lies(self):
        os.mkdir(f"{ROOT}/opt/five")
        self.printed("tar", "-C", "/opt/five", "--strip-components=1", "-xf", package(".tar.gz"))
        self.assertIn("line\n", self.printed("/opt/five/bin/fivemoves", "lessons"))
        self.assertIn("AVX2", self.printed("cat", "/opt/five/share/doc/fivemoves/INSTALL"))

    def test_2_common_terminals_are_known_without_a_database(self):
        for folder in ["lib/terminfo", "usr/share/terminfo", "etc/terminfo"]:
            subprocess.run(["rm", "-rf", f"{ROOT}/{folder}"], check=True)
        for terminal in KNOWN:
            with self.subTest(terminal):
                self.opens("/opt/five/bin/fivemoves", "line", TERM=terminal)

    def test_3_the_doctor_says_who_knows_the_terminal(self):
        text = self.printed("/opt/five/bin/fivemoves", "doctor", TERM="screen-256color")
        self.assertIn("TERM is screen-256color, which the program itself knows", text)

    def test_4_what_the_database_would_have_known_is_told_the_way_out(self):
        seat = Seat("/opt/five/bin/fivemoves", "story", TERM="wsvt25")
        self.assertEqual(seat.code(), 2)
        self.assertIn("fivemoves train", seat.text)


class WithoutProc(Packages):
    """A root folder in which nobody has mounted /proc."""

    @classmethod
    def setUpClass(cls):
        subprocess.run(["umount", f"{ROOT}/proc"], check=True)

    @classmethod
    def tearDownClass(cls):
        subprocess.run(["mount", "-t", "proc", "proc", f"{ROOT}/proc"], check=True)

    def test_1_what_was_typed_is_understood(self):
        self.assertEqual(os.listdir(f"{ROOT}/proc"), [])
        text = self.printed("/opt/five/bin/fivemoves", "train", "line", "--steps", "20")
        self.assertIn("step 20", text)
        text, code = run("/opt/five/bin/fivemoves", "poem")
        self.assertEqual(code, 64)
        self.assertIn('"poem"', text)

    def test_2_the_instructions_in_use_are_the_same(self):
        without = self.printed("/opt/five/bin/fivemoves", "--version")
        here = subprocess.run(
            [f"{ROOT}/opt/five/bin/fivemoves", "--version"], capture_output=True, text=True)
        self.assertEqual(without, here.stdout)

    def test_3_the_screen_opens(self):
        self.opens("/opt/five/bin/fivemoves", "line", TERM="xterm")


def load_tests(loader, _, __):
    classes = [Files, BareRoot, Debian, WithoutADatabase, WithoutProc]
    return unittest.TestSuite(loader.loadTestsFromTestCase(one) for one in classes)
