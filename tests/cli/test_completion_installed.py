"""What ``--install-completion`` and ``--show-completion`` write and say, for every shell."""

from pathlib import Path

import pytest

from tests.cli.scenes import Ran, Runner

ZSH_LINES = "fpath+=(~/.zfunc)\nautoload -Uz compinit && compinit\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of the user, with a name that shells would take apart."""
    folder = tmp_path / "王 某"
    folder.mkdir()
    return folder


@pytest.fixture
def run(home: Path, monkeypatch: pytest.MonkeyPatch) -> Runner:
    monkeypatch.setenv("HOME", str(home))
    return Runner(home, monkeypatch)


def asked_in(shell: str, run: Runner, *arguments: str) -> Ran:
    """Runs the program as if from a shell; from none where it has no name."""
    import shellingham

    def detect_shell() -> tuple[str, str]:
        if not shell:
            raise shellingham.ShellDetectionFailure
        return shell, f"/bin/{shell}"

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shellingham, "detect_shell", detect_shell)
        return run(*arguments)


@pytest.mark.parametrize(
    ("shell", "script", "start_up", "lines"),
    [
        ("bash", ".bash_completions/reportgen.sh", ".bashrc", "source '{home}/.bash_completions/reportgen.sh'\n"),
        ("zsh", ".zfunc/_reportgen", ".zshrc", ZSH_LINES),
        ("fish", ".config/fish/completions/reportgen.fish", None, ""),
    ],
)
@pytest.mark.parametrize(
    ("before", "gap"), [(None, ""), ("", ""), ("alias ll=ls\n", ""), ("alias ll=ls", "\n"), ("\nalias ll=ls", "\n")]
)
def test_the_script_is_written_and_the_start_up_file_reads_it(
    run: Runner, home: Path, shell: str, script: str, start_up: str | None, lines: str, before: str | None, gap: str
) -> None:
    """What the start-up file had stays, and a second time changes nothing."""
    if start_up and before is not None:
        (home / start_up).write_text(before, "utf-8")
    for _ in range(2):
        said = f"installed completion for {shell} ({home / script}); it takes effect in new terminals\n"
        assert asked_in(shell, run, "--install-completion") == (0, said, "")
        if start_up:
            expected = (before or "") + gap + lines.format(home=home)
            assert (home / start_up).read_text("utf-8") == expected
    assert asked_in(shell, run, "--show-completion") == (0, (home / script).read_text("utf-8"), "")


@pytest.mark.parametrize("shell", ["powershell", "pwsh"])
def test_for_powershell_the_script_is_only_shown(run: Runner, home: Path, shell: str) -> None:
    refused = asked_in(shell, run, "--install-completion")
    assert (refused.status, refused.output, refused.errors.splitlines()) == (
        2,
        "",
        [
            f"error[shell-unknown]: cannot install completion for the shell “{shell}”",
            "   = help: available: bash zsh fish",
            "   = help: run reportgen --show-completion and add the script it prints to $PROFILE",
        ],
    )
    assert not list(home.iterdir())
    shown = asked_in(shell, run, "--show-completion")
    assert (shown.status, shown.errors, "Register-ArgumentCompleter" in shown.output) == (0, "", True)


@pytest.mark.parametrize("shell", ["tcsh", ""])
def test_other_shells_have_none(run: Runner, home: Path, shell: str) -> None:
    for option, known in (
        ("--install-completion", "bash zsh fish"),
        ("--show-completion", "bash zsh fish powershell pwsh"),
    ):
        ran = asked_in(shell, run, option, "--lang", "zh")
        assert ran.status == 2
        assert ran.errors.splitlines()[1:] == [f"   = 建议：可用的有：{known}"]
    assert not list(home.iterdir())


def test_what_was_asked_for_before_a_command_ends_the_program(run: Runner, home: Path) -> None:
    assert asked_in("bash", run, "--show-completion", "build", "2025").output.startswith("_reportgen_completion()")
    assert run("--version", "build", "2025").output.startswith("reportgen ")
    assert not list(home.iterdir())
