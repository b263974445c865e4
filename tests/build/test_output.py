"""The site is the old one or the new one, whole, whatever happens to the build that makes it."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator.build import output, swap
from generator.build.output import Output, Preview, overwritten
from generator.build.writer import File, OutputWriter
from generator.cache.links import LinkError
from tests import bless, sites
from tests.sites import contents

OLD = {"index.html": b"old", "a/index.html": b"old a", "b/index.html": b"the same", "gone/x.ics": b"old x", "turns": b"file"}
NEW = {"index.html": b"new", "a/index.html": b"new a", "b/index.html": b"the same", "c/d/e.html": b"new e", "turns/x": b"folder"}
KILLED = 12
"""Moments in a build; what each of its system calls leaves is tried one by one in a small one."""


def published(site: Path, files: dict[str, bytes]) -> None:
    made = Output(site, site.parent / "spare")
    for path, content in files.items():
        made.write(File(path, content))
    made.publish()
    made.close()


def forked(run: Callable[[], object], kill_after: float | None = None) -> int:
    """Runs in a child of this process, which is killed after so many seconds. Gives how it ended, as `os.waitpid` says it."""
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        try:
            run()
        finally:
            os._exit(0)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


def test_what_is_written_is_all_there_is(tmp_path: Path) -> None:
    for files in (OLD, NEW, OLD, NEW, NEW):
        published(tmp_path / "site", files)
        assert contents(tmp_path / "site") == files
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [".site.build", "site"]


def test_a_file_that_is_the_same_is_not_written_again(tmp_path: Path) -> None:
    OutputWriter(tmp_path).write(File("a/b.html", b"same"))
    before = (tmp_path / "a/b.html").stat()
    tree = OutputWriter(tmp_path)
    tree.write(File("a/b.html", b"same"))
    after = (tmp_path / "a/b.html").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def written_in_parts(site: Path, key: str, content: dict[str, bytes]) -> list[str]:
    """Publishes one part, where it is not there already; gives the paths that were made."""
    made = Output(site, site.parent / "spare")
    paths = [] if made.is_current("part", key) else list(content)
    for path in paths:
        made.write(File(path, content[path], "part", key))
    made.publish()
    made.close()
    assert contents(site) == content
    return paths


def test_a_part_that_is_there_is_not_made_again(tmp_path: Path) -> None:
    site, one, other = tmp_path / "site", {"a/x.html": b"x", "y": b"y"}, {"a/x.html": b"z"}
    assert written_in_parts(site, "1", one)
    for _ in range(3):
        assert not written_in_parts(site, "1", one)
    assert written_in_parts(site, "2", other)
    assert not written_in_parts(site, "2", other)


def test_a_part_that_somebody_changed_is_made_again(tmp_path: Path) -> None:
    site, part = tmp_path / "site", {"a/x.html": b"x", "y": b"y"}
    assert written_in_parts(site, "1", part)
    assert not written_in_parts(site, "1", part)
    for folder in (site, tmp_path / ".site.build/next"):
        os.utime(folder / "y", (0, 0))
    assert written_in_parts(site, "1", part)
    for folder in (site, tmp_path / ".site.build/next"):
        (folder / "y").unlink()
    assert written_in_parts(site, "1", part)
    assert not written_in_parts(site, "1", part)
    shutil.rmtree(site)
    assert not written_in_parts(site, "1", part), "it lies beside the site"
    (tmp_path / ".site.build/manifests").write_bytes(b"broken")
    assert written_in_parts(site, "1", part)


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "x").write_bytes(b"mine")
    site = tmp_path / "site"
    site.mkdir()
    (site / "x").symlink_to(outside / "x")
    (site / "folder").symlink_to(outside)
    tree = OutputWriter(site)
    tree.write(File("x", b"theirs"))
    tree.write(File("folder/x", b"theirs"))
    tree.prune()
    assert contents(outside) == {"x": b"mine"}
    assert contents(site) == {"x": b"theirs", "folder/x": b"theirs"}


WRITTEN = ("site", ".site.build", ".site.build/next", ".site.build/engine", ".site.build/aside", ".site.build/lock")


@pytest.mark.parametrize("place", WRITTEN)
@pytest.mark.parametrize("target", ["folder", "file", "nothing"])
def test_a_link_where_the_site_is_made_is_refused(tmp_path: Path, place: str, target: str) -> None:
    """Neither followed nor emptied, whatever it leads to."""
    (tmp_path / "outside/folder").mkdir(parents=True)
    (tmp_path / "outside/folder/mine").write_bytes(b"mine")
    (tmp_path / "outside/file").write_bytes(b"mine")
    link = tmp_path / "project" / place
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / "outside" / target)
    before = contents(tmp_path / "outside")
    with pytest.raises(LinkError, match="er en genvej"):
        published(tmp_path / "project/site", OLD)
    assert contents(tmp_path / "outside") == before
    assert not (tmp_path / "outside/nothing").exists()
    assert link.is_symlink()


@pytest.mark.parametrize(
    ("site", "found"), [("areas", True), ("areas/nordby/site", True), (".", True), ("site", False), ("areas-site", False)]
)
def test_no_site_takes_the_place_of_what_it_is_made_from(tmp_path: Path, site: str, *, found: bool) -> None:
    areas = tmp_path / "areas"
    areas.mkdir()
    assert overwritten(tmp_path / site, [tmp_path / "gone", areas]) == (areas if found else None)


def test_a_project_that_is_reached_through_a_link_is_built(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "project").symlink_to("real")
    for files in (OLD, NEW):
        published(tmp_path / "project/site", files)
        assert contents(tmp_path / "real/site") == files


STEPS = ("open", "write", "close", "unlink", "rmdir", "mkdir", "rename", "scandir")


def killed_at(step: int) -> None:
    """Has this process killed at its n-th system call that concerns files, renames of folders among them."""
    left = [step]

    def counted(call: Callable[..., object]) -> Callable[..., object]:
        def counting(*arguments: object, **options: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **options)

        return counting

    for name in STEPS:
        setattr(os, name, counted(getattr(os, name)))
    swap.__dict__["_in_one_step"] = counted(swap._in_one_step)


def publish_and_die(step: int, site: Path, files: dict[str, bytes]) -> None:
    killed_at(step)
    published(site, files)


@pytest.mark.parametrize("in_one_step", [True, False])
def test_killed_at_each_step_it_is_the_old_or_the_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_one_step: bool) -> None:
    if not in_one_step:
        monkeypatch.setattr(swap, "_in_one_step", lambda new, old: False)
    site = tmp_path / "site"
    published(site, OLD)
    now, next_one, step, killed = OLD, NEW, 0, 0
    while True:
        ended = forked(partial(publish_and_die, step, site, next_one))
        if ended == 0:
            break
        assert os.WTERMSIG(ended) == signal.SIGKILL
        swap.recover(site, tmp_path / ".site.build/aside")
        found = contents(site)
        assert found in (now, next_one), f"step {step}"
        now, next_one = (next_one, now) if found == next_one else (now, next_one)
        step, killed = step + 1, killed + 1
    assert contents(site) == next_one
    assert killed > 15


Versions = tuple[Path, Path, list[dict[str, bytes]]]


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Versions:
    """The miniature programme in two versions, and the site of each."""
    folder = tmp_path_factory.mktemp("versions")
    projects = [bless.copied(folder / name) for name in ("old", "new")]
    facts = projects[1] / "content/programme.yml"
    facts.write_text(facts.read_text("utf-8").replace("navn: ", "navn: Ny ", 1), "utf-8")
    made = [contents(sites.built(project.parent / "made", project=project, **NOW)) for project in projects]
    assert made[0] != made[1]
    return projects[0], projects[1], made


NOW = {"KULTURPUNKT_TODAY": bless.TODAY}


def built_here(project: Path, site: Path) -> None:
    """The whole build, MkDocs and all, in this process."""
    os.chdir(project)
    os.environ.update(NOW)
    config = load_config(site_dir=str(site))
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)


def test_builds_killed_at_twelve_moments(versions: Versions, tmp_path: Path) -> None:
    *projects, made = versions
    site = tmp_path / "site"
    begun = time.monotonic()
    assert forked(partial(built_here, projects[0], site)) == 0
    lasts = time.monotonic() - begun
    now = 0
    for moment in range(KILLED):
        forked(partial(built_here, projects[1 - now], site), kill_after=lasts * 1.1 * moment / KILLED)
        found = contents(site)
        assert found in made, f"killed after {moment}/{KILLED} of a build"
        now = made.index(found)
    assert contents(sites.built(site, project=projects[1 - now], **NOW)) == made[1 - now], "what was left behind poisons nothing"


def test_a_full_disk_leaves_the_old_site(versions: Versions, tmp_path: Path) -> None:
    old, new, made = versions
    site = sites.built(tmp_path / "site", project=old, **NOW)
    page = max(len(content) for path, content in made[1].items() if path.endswith(".html"))
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(site)],
        cwd=new,
        env={**os.environ, **NOW},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (page // 2, page // 2)),
    )
    assert result.returncode == 1
    assert "Siden kunne ikke skrives, og den gamle er urørt: File too large (" in result.stdout
    assert "Traceback" not in result.stderr
    assert contents(site) == made[0]


@pytest.mark.parametrize("place", [".site.build/next", ".cache", ".cache/pictures"])
def test_a_whole_build_refuses_a_link_in_danish(versions: Versions, tmp_path: Path, place: str) -> None:
    project = tmp_path / "tests/project"
    shutil.copytree(versions[0], project, ignore=shutil.ignore_patterns(".cache"))
    (tmp_path / "theme").symlink_to(sites.PROJECT / "theme")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/mine").write_bytes(b"mine")
    (project / place).parent.mkdir(exist_ok=True)
    (project / place).symlink_to(tmp_path / "outside")
    done = sites.mkdocs_build(project, project / "site", **NOW)
    assert done.returncode == 1
    assert f"{project / place} er en genvej (et symbolsk link)" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert contents(tmp_path / "outside") == {"mine": b"mine"}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EIO])
def test_a_write_that_fails_anywhere_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    site = tmp_path / "site"
    published(site, OLD)
    real = os.write
    for fails_at in range(3):
        written = [0]

        def failing(*arguments: object, written: list[int] = written, fails_at: int = fails_at) -> int:
            written[0] += 1
            if written[0] > fails_at:
                raise OSError(number, os.strerror(number))
            return real(*arguments)  # type: ignore[arg-type]

        with monkeypatch.context() as patched:
            patched.setattr(os, "write", failing)
            made = Output(site, tmp_path)
            with pytest.raises(OSError, match=os.strerror(number)):
                for path, content in NEW.items():
                    made.write(File(path, content))
            made.close()
        assert contents(site) == OLD
    published(site, NEW)
    assert contents(site) == NEW


def test_a_second_build_waits_for_the_first(tmp_path: Path) -> None:
    site = tmp_path / "site"
    first = Output(site, tmp_path)
    second = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(site)], cwd=sites.PROJECT, stderr=subprocess.PIPE, text=True
    )
    assert second.stderr
    said = ""
    while "En anden bygning" not in said:
        said = second.stderr.readline()
        assert said, "it ended without waiting"
    first.write(File("index.html", b"the first"))
    first.publish()
    assert contents(site) == {"index.html": b"the first"}
    first.close()
    assert second.wait() == 0, second.stderr.read()
    assert b"Kulturpunkt" in (site / "index.html").read_bytes()


def test_a_second_build_gives_up_at_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Output(tmp_path / "site", tmp_path)
    monkeypatch.setattr(output, "_PATIENCE", 0)
    with pytest.raises(output.BusyError, match="Se, om den hænger"):
        Output(tmp_path / "site", tmp_path)
    first.close()
    Output(tmp_path / "site", tmp_path).close()


def test_hidden_files_in_the_site_stay_and_it_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = tmp_path / "site"
    published(site, OLD)
    (site / ".git").mkdir()
    (site / ".git/HEAD").write_bytes(b"mine")
    published(site, NEW)
    assert contents(site) == {**NEW, ".git/HEAD": b"mine"}
    assert "kan ikke skiftes ud i ét trin, fordi .git ligger i den" in capsys.readouterr().err


def test_a_site_that_cannot_be_renamed_is_written_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    published(site, OLD)

    def refuses(new: Path, old: Path) -> bool:
        raise OSError(errno.EXDEV, "another disk")

    monkeypatch.setattr(swap, "_in_one_step", refuses)
    published(site, NEW)
    assert contents(site) == NEW
    assert "kan ikke skiftes ud i ét trin" in capsys.readouterr().err


def test_another_mask_for_new_files_holds_for_all_of_them(tmp_path: Path) -> None:
    site = tmp_path / "site"
    usual = os.umask(0o077)
    try:
        published(site, OLD)
        published(site, OLD)
        os.umask(0o022)
        for _ in range(2):
            published(site, OLD)
            assert {entry.stat().st_mode & 0o777 for entry in site.rglob("*")} == {0o755, 0o644}
            assert site.stat().st_mode & 0o777 == 0o755
    finally:
        os.umask(usual)


def test_the_preview_is_written_where_it_is_shown(tmp_path: Path) -> None:
    for files in (OLD, NEW):
        preview = Preview(tmp_path, {})
        (preview.engine / "page.html").write_bytes(b"by the engine")
        for path, content in files.items():
            preview.write(File(path, content))
        preview.publish()
        preview.close()
        assert contents(tmp_path) == {**files, "page.html": b"by the engine"}
        assert not preview.engine.exists()


def test_a_strict_build_with_a_warning_leaves_the_old_site(versions: Versions, tmp_path: Path) -> None:
    old, new, made = versions
    site = sites.built(tmp_path / "site", project=old, **NOW)
    page = new / "content/om.md"
    before = page.read_text("utf-8")
    page.write_text(before + "\n[væk](findes-ikke.md)\n", "utf-8")
    strict, lenient = (sites.mkdocs_build(new, folder, *how, **NOW) for folder, how in ((site, ["--strict"]), (tmp_path / "b", [])))
    page.write_text(before, "utf-8")
    assert (strict.returncode, lenient.returncode) == (1, 0)
    assert "findes-ikke.md" in strict.stderr
    assert "Traceback" not in strict.stderr
    assert contents(site) == made[0]
    shown = (tmp_path / "b/om/index.html").read_text("utf-8")
    assert "<p>væk</p>" in shown and "findes-ikke" not in shown


def test_who_builds_on_finds_the_sites_own_folder(versions: Versions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`mkdocs gh-deploy` builds, and then pushes the folder that the configuration names."""
    monkeypatch.chdir(versions[0])
    monkeypatch.setenv("KULTURPUNKT_TODAY", bless.TODAY)
    config = load_config(site_dir=str(tmp_path / "site"))
    config.plugins.on_startup(command="gh-deploy", dirty=False)
    mkdocs_build(config)
    assert contents(Path(config.site_dir)) == versions[2][0]


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def shown(address: str, words: str, seconds: float = 60) -> bool:
    """Whether a page comes to hold these words within a minute."""
    for _ in range(int(seconds * 10)):
        with suppress(OSError), urllib.request.urlopen(address) as answer:  # noqa: S310  this machine's own preview
            if words in answer.read().decode():
                return True
        time.sleep(0.1)
    return False


def can_be_interrupted() -> None:
    """In a shell's background Ctrl-C is ignored, and programs started there inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_the_preview_shows_a_change_or_what_is_wrong_and_leaves_nothing_behind(versions: Versions, tmp_path: Path) -> None:
    """It begins with broken content, so it has no page yet; later the page that is open stays below what is wrong."""
    project = tmp_path / "tests/example"
    shutil.copytree(versions[0], project)
    (tmp_path / "theme").symlink_to(sites.PROJECT / "theme")
    (tmp_path / "tmp").mkdir()
    address = f"127.0.0.1:{free_port()}"
    facts = project / "content/programme.yml"
    sound = facts.read_text("utf-8")
    facts.write_text(sound.replace("områder: ", "områder: <b>"), "utf-8")
    preview = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address],
        cwd=project,
        env={**os.environ, **NOW, "TMPDIR": str(tmp_path / "tmp")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=can_be_interrupted,
    )
    try:
        page = f"http://{address}/base/om/"
        assert shown(page, "<code>content/programme.yml</code>")
        assert shown(page, "Der er ikke nogen side at vise endnu.")
        facts.write_text(sound, "utf-8")
        assert shown(page, "Mini")
        facts.write_text("navn: [\n", "utf-8")
        assert shown(page, "<code>content/programme.yml</code>")
        assert shown(page, "Mini")
        facts.write_text(sound.replace("navn: ", "navn: Ændret ", 1), "utf-8")
        assert shown(page, "Ændret Mini")
        assert not shown(page, "preview-problems", seconds=0.5)
    finally:
        preview.send_signal(signal.SIGINT)
        preview.wait(30)
    assert list((tmp_path / "tmp").iterdir()) == []
