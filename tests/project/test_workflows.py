"""GitHub's workflows keep the rules of SECURITY.md, and call only what is there."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from generator.build.build import ARTIFACT_CACHE
from generator.commands import COMMANDS
from generator.editing.issues.event_reply import APPROVAL, MARK
from generator.editing.schema.github import ENTRY_LABEL, FILE_LABEL
from generator.media.pictures import PICTURE_CACHE
from tests.sites import PROJECT

FILES = sorted((PROJECT / ".github/workflows").iterdir())
MAY_WRITE = {
    ("publish", "deploy"): {"pages", "id-token"},
    ("issue", "answer"): {"issues"},
    ("reminder", "remind"): {"issues"},
    ("locks", "propose"): {"contents", "pull-requests"},
    ("import", "propose"): {"contents", "pull-requests"},
    ("issue", "propose"): {"contents", "issues", "pull-requests"},
}
PINNED = re.compile(r"uses: ([\w/-]+)@([0-9a-f]{40}) # v\d+\.\d+\.\d+$")


class Job(NamedTuple):
    workflow: str
    name: str
    keys: dict[str, Any]
    whole: dict[Any, Any]


def jobs() -> Iterator[Job]:
    for file in FILES:
        whole = yaml.safe_load(file.read_text("utf-8"))
        for name, keys in whole["jobs"].items():
            yield Job(file.stem, name, keys, whole)


JOBS = pytest.mark.parametrize("job", [pytest.param(job, id=f"{job.workflow}-{job.name}") for job in jobs()])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_actions_are_pinned_and_one_version_is_used_of_each(file: Path) -> None:
    lines = [line.strip().removeprefix("- ") for line in file.read_text("utf-8").splitlines() if "uses:" in line]
    assert [line for line in lines if not PINNED.fullmatch(line)] == []
    everywhere = {
        match[1]: match[0] for each in FILES for match in re.finditer(PINNED.pattern, each.read_text("utf-8"), re.MULTILINE)
    }
    assert {everywhere[line.split("@")[0].removeprefix("uses: ")] for line in lines} <= set(lines)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_workflows_begin_with_no_rights_and_no_secrets(file: Path) -> None:
    text = file.read_text("utf-8")
    whole = yaml.safe_load(text)
    assert whole["permissions"] == {}
    assert whole["defaults"] == {"run": {"shell": "bash"}}
    assert not re.search(r"\$\{\{[^}]*(secrets|toJSON)", text)
    assert not {"pull_request_target", "workflow_run"} & set(whole[True])


@JOBS
def test_jobs_have_the_least_rights_and_an_end(job: Job) -> None:
    rights = job.keys["permissions"]
    assert {name for name, right in rights.items() if right == "write"} == MAY_WRITE.get((job.workflow, job.name), set())
    assert set(rights.values()) <= {"read", "write"}
    if "pull_request" in job.whole[True] and job.name != "propose":
        assert rights == {"contents": "read"}
    assert job.keys["timeout-minutes"] <= 30
    assert job.keys["runs-on"] == "ubuntu-24.04"
    assert "concurrency" in job.whole or "concurrency" in job.keys


def test_what_writes_never_runs_for_a_pull_request() -> None:
    for job in jobs():
        if (job.workflow, job.name) in MAY_WRITE and "pull_request" in job.whole[True]:
            [needed] = [job.whole["jobs"][job.keys["needs"]]]
            assert needed["if"].startswith("github.event_name != 'pull_request' && github.ref == 'refs/heads/main'")


@JOBS
def test_checkouts_keep_no_credentials(job: Job) -> None:
    for step in job.keys["steps"]:
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False
            assert "ref" not in step["with"]


def test_only_what_publishes_keeps_a_cache_and_nothing_from_git_or_a_pull_request_is_in_it() -> None:
    cached = [(job, step) for job in jobs() for step in job.keys["steps"] if "cache" in f"{step.get('uses')} {step.get('with')}"]
    [(job, cache)] = cached
    assert (job.workflow, job.name) == ("publish", "build")
    assert not {"pull_request", "issues", "issue_comment"} & set(job.whole[True])
    assert job.keys["if"] == "github.ref == 'refs/heads/main'"
    before = [step.get("run") or step["uses"].partition("@")[0] for step in job.keys["steps"][: job.keys["steps"].index(cache)]]
    assert before == ["actions/checkout", ".ci/forget"]
    assert cache["with"]["path"].split() == [PICTURE_CACHE, "~/.local/state/kulturpunkt"]
    assert {*re.findall(r"\$\{\{ ([\w.]+)", str(cache["with"]))} == {"hashFiles", "github.run_id"}


def test_what_a_commit_put_where_builds_leave_things_is_removed(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / ".ci", tmp_path / ".ci")
    for file in (f"{PICTURE_CACHE}/forged.jpg", f"{ARTIFACT_CACHE}/nordby.part", ".site.build/manifests", "site/index.html"):
        (tmp_path / file).parent.mkdir(parents=True)
        (tmp_path / file).touch()
    subprocess.run([tmp_path / ".ci/forget"], check=True)
    assert [file.name for file in tmp_path.iterdir()] == [".ci"]


@JOBS
def test_no_text_of_others_is_put_into_a_command(job: Job) -> None:
    events = [value for step in job.keys["steps"] for value in step.get("env", {}).values() if "github.event" in str(value)]
    assert set(events) <= {"${{ github.event.pull_request.user.login }}"}
    for step in job.keys["steps"]:
        assert "${{" not in step.get("run", "")
        assert "github.event" not in str(step.get("with", ""))


@JOBS
def test_tokens_are_given_to_the_step_that_needs_one(job: Job) -> None:
    assert "GH_TOKEN" not in str(job.whole.get("env", "")) + str(job.keys.get("env", ""))


@JOBS
def test_steps_run_what_is_there(job: Job) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for run in (step["run"] for step in job.keys["steps"] if "run" in step):
        [line] = run.strip().splitlines()
        word, *rest = line.split()
        if word == "make":
            assert set(rest) <= targets
        elif word != "test":
            assert (PROJECT / word).stat().st_mode & 0o100


def test_scripts_call_what_is_there() -> None:
    for script in (PROJECT / ".ci").iterdir():
        text = script.read_text("utf-8")
        assert text.startswith("#!/usr/bin/env bash\n# ")
        assert "set -euo pipefail" in text
        assert set(re.findall(r"\.venv/bin/kulturpunkt ([a-z]+)", text)) <= {*COMMANDS}
        for called in re.findall(r"^\s*(\.ci/[a-z-]+)", text, re.MULTILINE):
            assert (PROJECT / called).exists()


def test_labels_and_marks_are_the_same_everywhere() -> None:
    workflow = (PROJECT / ".github/workflows/issue.yml").read_text("utf-8")
    assert set(re.findall(r"label\w*\.(?:\*\.)?name[^']*'(\w+)'", workflow)) == {ENTRY_LABEL, FILE_LABEL, APPROVAL}
    assert f"labels/{APPROVAL}" in (PROJECT / ".ci/answer").read_text("utf-8")
    assert f'startswith("{MARK}")' in (PROJECT / ".ci/comment").read_text("utf-8")


@pytest.mark.parametrize("persona", ["pedantic", "auditor"])
def test_zizmor_finds_nothing(persona: str) -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    done = subprocess.run([zizmor, "--offline", "--persona", persona, PROJECT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
