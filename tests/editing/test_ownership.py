"""Who may change what, asked of real repositories, with all that a hostile branch can hold."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editing.ownership import Change, Ground, OwnershipError, changes, ground, problems
from generator.model.owners import Owners
from generator.problems.reporters import as_github
from generator.text.letters import visible
from tests import trees
from tests.processes import kulturpunkt
from tests.repositories import Repository

OWNERS = "programmet: [region, region/kultur]\nområder:\n  nordby: [Anna, nordby/hold]\n  sydby: bo\n"
TREE = {
    **trees.MINIMAL,
    "content/owners.yml": OWNERS,
    "areas/nordby/area.yml": trees.AREA,
    "areas/nordby/events/fest.md": trees.event(),
    "areas/sydby/area.yml": trees.AREA.replace("Nordby", "Sydby"),
    "areas/oestby/area.yml": trees.AREA.replace("Nordby", "Østby"),
    ".github/CODEOWNERS": "",
}
NORDBY = "areas/nordby/index.md"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Three areas, two of them with owners, and a branch `rettelse` to change them on."""
    made = Repository(tmp_path / "arkiv", TREE)
    made.git("switch", "--quiet", "--create", "rettelse")
    return made


def faults(repository: Repository, author: str, *teams: str) -> dict[str, str]:
    """What `author` may not do on the branch: messages by path."""
    found = problems(changes(repository.root, "main", "HEAD"), ground(repository.root, "main"), author, frozenset(teams))
    return {problem.path: problem.message for problem in found}


def staged(repository: Repository, mode: str, path: bytes, content: bytes = b"x") -> None:
    """Commits one path as no work tree could hold it, in trees made by hand."""
    root = repository.root
    run = ["git", "-c", "core.protectNTFS=false", "-c", "core.protectHFS=false"]

    def said(*command: str, given: bytes = b"") -> str:
        done = subprocess.run([*run, *command], cwd=root, input=given, capture_output=True, check=True)
        return done.stdout.decode().strip()

    kind = "commit" if mode == "160000" else "blob"
    name = said("rev-parse", "HEAD") if kind == "commit" else said("hash-object", "-w", "--stdin", given=content)
    *folders, last = path.split(b"/")
    entry = f"{mode} {kind} {name}\t".encode() + last + b"\0"
    for place in range(len(folders), -1, -1):
        above = "/".join(folder.decode("utf-8", "surrogateescape") for folder in folders[:place])
        there = subprocess.run([*run, "ls-tree", "-z", f"HEAD:{above}"], cwd=root, capture_output=True, check=False).stdout
        mine = entry.partition(b"\t")[2]
        others = b"".join(part + b"\0" for part in there.split(b"\0") if part and part.partition(b"\t")[2] + b"\0" != mine)
        tree = said("mktree", "-z", "--missing", given=others + entry)
        entry = f"040000 tree {tree}\t".encode() + (folders[place - 1] if place else b"") + b"\0"
    commit = said("-c", "user.name=x", "-c", "user.email=x@example.org", "commit-tree", tree, "-p", "HEAD", "-m", "x")
    said("update-ref", "HEAD", commit)


def test_an_owner_changes_their_own_area(repository: Repository) -> None:
    repository.git("rm", "--quiet", "areas/nordby/events/fest.md")
    repository.commit({NORDBY: "Hej\n", "areas/nordby/images/IMG_1.jpg": "x", "areas/nordby/events/ny.md": trees.event()})
    assert faults(repository, "anna") == {}
    assert faults(repository, "ANNA") == {}, "GitHub knows no case in a name"
    assert faults(repository, "carl", "Nordby/Hold") == {}
    assert faults(repository, "region") == {}
    assert list(faults(repository, "carl", "andre/hold")) == [
        "areas/nordby/events/fest.md",
        "areas/nordby/events/ny.md",
        "areas/nordby/images/IMG_1.jpg",
        "areas/nordby/index.md",
    ]


def test_another_area_is_not_theirs(repository: Repository) -> None:
    repository.commit({NORDBY: "Hej\n", "areas/sydby/index.md": "Ha\n", "areas/oestby/index.md": "Ha\n"})
    found = faults(repository, "anna")
    assert list(found) == ["areas/oestby/index.md", "areas/sydby/index.md"]
    assert "ejes af @bo" in found["areas/sydby/index.md"]
    assert "Du kan ændre areas/nordby/." in found["areas/sydby/index.md"]
    assert "har ingen ejere endnu" in found["areas/oestby/index.md"]


@pytest.mark.parametrize(
    "path",
    [
        "content/programme.yml",
        "README.md",
        ".github/workflows/x.yml",
        "generator/x.py",
        "areas/README.md",
        "areasx/nordby/index.md",
    ],
)
def test_what_is_outside_the_areas_is_the_staffs(repository: Repository, path: str) -> None:
    repository.commit({path: "x\n"})
    assert "ligger ikke i et områdes mappe" in faults(repository, "anna")[path]
    assert faults(repository, "region") == {}
    assert faults(repository, "carl", "region/kultur") == {}


def test_nobody_gives_themselves_an_area(repository: Repository) -> None:
    repository.commit({"content/owners.yml": OWNERS.replace("sydby: bo", "sydby: anna"), "areas/sydby/index.md": "Ha\n"})
    found = faults(repository, "anna")
    assert "bestemmer, hvem der ejer" in found["content/owners.yml"]
    assert "ejes af @bo" in found["areas/sydby/index.md"], "the owners are the base's"


def test_who_has_lost_an_area_on_the_base_has_lost_it(repository: Repository) -> None:
    repository.commit({NORDBY: "Hej\n"})
    repository.git("switch", "--quiet", "main")
    repository.commit({"content/owners.yml": OWNERS.replace("Anna, ", "")})
    repository.git("switch", "--quiet", "rettelse")
    assert list(faults(repository, "anna")) == [NORDBY]


def test_a_new_area_is_the_staffs(repository: Repository) -> None:
    repository.commit({"areas/vestby/area.yml": trees.AREA})
    assert "Området findes ikke endnu" in faults(repository, "anna")["areas/vestby/area.yml"]
    assert faults(repository, "region") == {}


def test_an_owner_of_an_area_that_is_not_there_yet_does_not_make_it(repository: Repository) -> None:
    repository.git("switch", "--quiet", "main")
    repository.commit({"content/owners.yml": OWNERS + "  vestby: carl\n"})
    repository.git("switch", "--quiet", "--create", "ny")
    repository.commit({"areas/vestby/area.yml": trees.AREA})
    assert "Området findes ikke endnu" in faults(repository, "carl")["areas/vestby/area.yml"]


def test_what_main_did_meanwhile_is_not_the_branchs(repository: Repository) -> None:
    repository.commit({NORDBY: "Hej\n"})
    repository.git("switch", "--quiet", "main")
    repository.commit({"areas/sydby/index.md": "Ha\n"})
    repository.git("switch", "--quiet", "rettelse")
    assert faults(repository, "anna") == {}
    repository.git("merge", "--quiet", "--no-edit", "main")
    assert faults(repository, "anna") == {}


def test_with_two_partings_the_changes_since_each_count(repository: Repository) -> None:
    """Criss-cross merges: what is reverted to as it was at one parting is a change since the other."""
    repository.git("switch", "--quiet", "main")
    repository.commit({"areas/sydby/index.md": "Nyt\n"})
    repository.git("switch", "--quiet", "rettelse")
    repository.commit({NORDBY: "Hej\n"})
    repository.git("branch", "side")
    repository.git("merge", "--quiet", "--no-edit", "main")
    (repository.root / "areas/sydby/index.md").unlink()
    repository.git("commit", "--quiet", "--all", "--message=tilbage")
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-edit", "side")
    repository.git("switch", "--quiet", "rettelse")
    assert list(faults(repository, "anna")) == ["areas/sydby/index.md"]


def test_a_rename_is_seen_at_both_ends(repository: Repository) -> None:
    repository.git("mv", "areas/sydby/area.yml", "areas/nordby/index.md")
    repository.commit({})
    assert list(faults(repository, "anna")) == ["areas/sydby/area.yml"]
    assert list(faults(repository, "bo")) == ["areas/nordby/index.md"]


@pytest.mark.parametrize(
    ("mode", "said"), [("120000", "Genveje"), ("160000", "submodule"), ("100755", "program")], ids=["link", "submodule", "program"]
)
@pytest.mark.parametrize("path", [b"areas/nordby/index.md", b"areas/nordby/area.yml"], ids=["new", "changed"])
def test_links_submodules_and_programs_are_nobodys(repository: Repository, mode: str, said: str, path: bytes) -> None:
    staged(repository, mode, path, b"../../content/owners.yml")
    for author in ("anna", "region"):
        assert said in faults(repository, author)[path.decode()]


def test_a_folder_that_becomes_a_file_or_a_link_is_refused(repository: Repository) -> None:
    staged(repository, "120000", b"areas/nordby", b"sydby")
    assert "ligger ikke i et områdes mappe" not in faults(repository, "region").get("areas/nordby", "")
    assert "Genveje" in faults(repository, "anna")["areas/nordby"]


def test_a_mode_alone_is_a_change(repository: Repository) -> None:
    (repository.root / "areas/nordby/area.yml").chmod(0o755)
    repository.git("commit", "--quiet", "--all", "--message=x")
    assert "program" in faults(repository, "anna")["areas/nordby/area.yml"]
    repository.git("branch", "--force", "main")
    (repository.root / "areas/nordby/area.yml").chmod(0o644)
    repository.git("commit", "--quiet", "--all", "--message=x")
    assert faults(repository, "anna") == {}, "putting it right is allowed"


HOSTILE = {
    "newline": ("areas/nordby/a\n::error::x", "areas/nordby/a\\u{000A}::error::x"),
    "quotes": ("areas/nordby/\"a'`$(x).md", "areas/nordby/\"a'`$(x).md"),
    "bidi": ("areas/nordby/\u202egpj.exe", "areas/nordby/\\u{202E}gpj.exe"),
    "zero width": ("areas/nord\u200bby/index.md", "areas/nord\\u{200B}by/index.md"),
    "up and over": ("areas/nordby/../sydby/x.md", "areas/nordby/../sydby/x.md"),
    "here": ("areas/./nordby/x.md", "areas/./nordby/x.md"),
    "hidden": ("areas/nordby/.htaccess", "areas/nordby/.htaccess"),
    "git": ("areas/nordby/git~1/hooks", "areas/nordby/git~1/hooks"),
    "backslash": ("areas\\nordby\\x.md", "areas\\nordby\\x.md"),
    "case of the folder": ("Areas/nordby/index.md", "Areas/nordby/index.md"),
    "case of the area": ("areas/Nordby/index.md", "areas/Nordby/index.md"),
    "composed otherwise": ("areas/nordby/a\u030a.md", "areas/nordby/a\\u{030A}.md"),
    "composed": ("areas/nordby/å.md", "areas/nordby/å.md"),
    "homoglyph": ("areas/n\u043erdby/index.md", "areas/n\u043erdby/index.md"),
    "fullwidth": ("\uff41reas/nordby/index.md", "\uff41reas/nordby/index.md"),
    "space": ("areas/nordby /index.md", "areas/nordby /index.md"),
    "a dot last": ("areas/nordby/x.", "areas/nordby/x."),
}


@pytest.mark.parametrize(("path", "shown"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_name_is_refused_and_shown_harmless(repository: Repository, path: str, shown: str) -> None:
    staged(repository, "100644", path.encode())
    found = list(problems(changes(repository.root, "main", "HEAD"), ground(repository.root, "main"), "anna"))
    assert [problem.path for problem in found] == [shown]
    lines = as_github(found).splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("::error file=") and lines[1] == "1 fejl i 1 fil"


def test_bytes_that_are_no_text_are_refused(repository: Repository) -> None:
    staged(repository, "100644", b"areas/nordby/\xff\xfe.md")
    assert list(faults(repository, "anna")) == ["areas/nordby/\\u{DCFF}\\u{DCFE}.md"]


def test_what_is_deleted_may_have_had_any_name(repository: Repository) -> None:
    staged(repository, "100644", "areas/nordby/Blå bog.md".encode())
    repository.git("branch", "--force", "main")
    repository.git("reset", "--quiet", "--hard")
    repository.git("rm", "--quiet", "areas/nordby/Blå bog.md")
    repository.git("commit", "--quiet", "--message=x")
    assert faults(repository, "anna") == {}
    assert list(faults(repository, "bo")) == ["areas/nordby/Blå bog.md"]


PARTS = st.sampled_from(["areas", "nordby", "sydby", "..", ".", "", "Areas", "Nordby", "index.md", "content", "owners.yml", "x\n"])


@trees.modest
@given(st.lists(PARTS, min_size=1, max_size=5).map("/".join), st.sampled_from(["000000", "100644", "100755", "120000"]))
def test_nothing_but_the_own_area_is_ever_allowed(path: str, after: str) -> None:
    before = Ground(Owners.model_validate({"områder": {"nordby": "anna"}}), frozenset({"nordby", "sydby"}))
    if not list(problems([Change(path, "100644", after)], before, "anna")):
        assert path.startswith("areas/nordby/") and ".." not in path
        assert after in ("000000", "100644")


def test_without_owners_nobody_but_nobody(repository: Repository) -> None:
    repository.git("rm", "--quiet", "content/owners.yml")
    repository.commit({NORDBY: "Hej\n"})
    repository.git("branch", "--force", "main")
    repository.commit({NORDBY: "Hej igen\n"})
    assert "Du står ikke i content/owners.yml." in faults(repository, "anna")[NORDBY]


@pytest.mark.parametrize("author", ["", "-x", "anna\n", "a b", "nordby/hold", "@anna"])
def test_an_author_is_an_account(repository: Repository, author: str) -> None:
    repository.commit({NORDBY: "Hej\n"})
    with pytest.raises(OwnershipError, match="er ikke en konto"):
        faults(repository, author)


def test_the_command_answers_with_its_exit_code(repository: Repository) -> None:
    repository.commit({NORDBY: "Hej\n"})
    allowed = kulturpunkt(repository.root, "ownership", "--base", "main", "--author", "anna")
    assert (allowed.returncode, allowed.stdout) == (0, "@anna må ændre det hele: 1 fil.\n")
    refused = kulturpunkt(repository.root, "ownership", "--base", "main", "--author", "bo")
    assert refused.returncode == 1
    assert refused.stdout.splitlines()[1] == "1 fejl i 1 fil"
    listed = kulturpunkt(repository.root, "ownership", "--base", "main", "--author", "bo", "--format", "json")
    assert [each["path"] for each in json.loads(listed.stdout)] == [NORDBY]


@pytest.mark.parametrize("base", ["findes-ikke", "--output=x", "main:content"])
def test_a_base_that_is_no_commit_is_said(repository: Repository, base: str) -> None:
    result = kulturpunkt(repository.root, "ownership", f"--base={base}", "--author", "anna")
    assert (result.returncode, result.stdout) == (2, "")
    assert "findes ikke i historikken" in result.stderr
    assert not (repository.root / "x").exists()


def test_histories_without_a_beginning_in_common_are_said(repository: Repository) -> None:
    repository.git("switch", "--quiet", "--orphan", "fremmed")
    repository.commit({NORDBY: "Hej\n"})
    result = kulturpunkt(repository.root, "ownership", "--base", "main", "--author", "anna")
    assert result.returncode == 2
    assert "ingen fælles historik" in result.stderr


def test_broken_owners_on_the_base_are_said(repository: Repository) -> None:
    repository.git("switch", "--quiet", "main")
    repository.commit({"content/owners.yml": "programmet: [en to]\n"})
    repository.git("switch", "--quiet", "rettelse")
    result = kulturpunkt(repository.root, "ownership", "--base", "main", "--author", "anna")
    assert result.returncode == 2
    assert "content/owners.yml:1:14" in result.stderr


def test_hidden_letters_show() -> None:
    assert visible("a\u202eb\tc\u0301å\u2028\U000e0001") == r"a\u{202E}b\u{0009}c\u{0301}å\u{2028}\u{E0001}"
