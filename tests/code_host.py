"""A stand-in for the code host: it runs the steps of a workflow in a scratch folder.

Commands of steps run as they are written. Actions of others are played by what they do to files,
and the host's command line `gh` by one that knows pull requests as the real one does.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from tests.conftest import ROOT

REPOSITORY = "library/practice"
GH = f"""#!{sys.executable}
import json, os, re, sys
path = os.environ["GH_STATE"]
state = json.load(open(path))
words = sys.argv[1:]
given = {{name[2:]: words[i + 1] for i, name in enumerate(words[:-1]) if name.startswith("--")}}
state["calls"].append(words)

def label(pr):  # github.com/cli/cli: a branch of a fork is named with its owner, and only that
    owner = "" if pr["owner"] == "library" else pr["owner"] + ":"
    return owner + pr["headRefName"]

if words[:2] == ["pr", "view"]:
    found = [pr for pr in state["prs"] if label(pr) == words[2]]
    if not found:
        sys.exit(f'no pull requests found for branch "{{words[2]}}"')
    print(found[0][given["jq"][1:]])
elif words[:2] == ["pr", "comment"]:
    (pr,) = [pr for pr in state["prs"] if pr["number"] == int(words[2])]
    pr["comments"] = [open(given["body-file"], encoding="utf-8").read()]
elif words[:2] == ["pr", "list"]:
    print(len([pr for pr in state["prs"] if pr["headRefName"] == given["head"]]))
elif words[:2] == ["pr", "create"]:
    state["prs"].append({{"number": 99, "owner": "library", "headRefName": given["head"], **given}})
elif words[:2] != ["auth", "setup-git"]:
    sys.exit(f"gh does not know {{words}}")
json.dump(state, open(path, "w"))
"""
PYTHON = f"""#!/bin/sh
# an environment whose programs run the code of the folder that it stands in
mkdir -p "$3/bin"
printf '#!/bin/sh\\nexit 0\\n' > "$3/bin/pip"
printf '#!/bin/sh\\nPYTHONPATH="%s/hooks" exec {sys.executable} -m practice "$@"\\n' "$PWD" \\
  > "$3/bin/practice"
chmod +x "$3"/bin/*
"""
MAKE = """#!/bin/sh
echo "make $*" >> "$CALLED"
"""
TOKEN = re.compile(
    r"'[^']*'|[A-Za-z_][\w.-]*(?=\()|[A-Za-z_][\w.-]*|&&|\|\||!=|==|!|[(),\[\]]|\d+|\s+"
)
WORDS = {"&&": " and ", "||": " or ", "!": " not "}


@dataclass
class Job:
    """What came of a job: of each step that ran, by its name, and of the whole."""

    steps: dict[str, str] = field(default_factory=dict)
    failed: bool = False
    skipped: bool = False
    output: str = ""
    summary: str = ""


class CodeHost:
    """A repository, what was kept of runs, and pull requests."""

    def __init__(self, folder: Path, origin: Path):
        self.folder, self.origin = folder, origin
        self.kept, self.published = folder / "kept", folder / "published"
        self.state, self.called = folder / "gh.json", folder / "called"
        self.state.write_text(json.dumps({"prs": [], "calls": []}))
        self.runs = 0
        for name, text in (("gh", GH), ("python", PYTHON), ("make", MAKE)):
            program = folder / "bin" / name
            program.parent.mkdir(exist_ok=True)
            program.write_text(text)
            program.chmod(0o755)

    @property
    def pull_requests(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.state.read_text())["prs"]
        return found

    def open_pull_request(self, **values: Any) -> None:
        state = json.loads(self.state.read_text())
        state["prs"].append({"comments": [], **values})
        self.state.write_text(json.dumps(state))

    def run(self, workflow: str, event: dict[str, Any], sha: str = "main") -> dict[str, Job]:
        """Runs every job of a workflow whose needs were met."""
        path = ROOT / ".github" / "workflows" / workflow
        jobs: dict[str, Job] = {}
        for name, job in yaml.safe_load(path.read_text("utf-8"))["jobs"].items():
            needs = job.get("needs", [])
            needs = [needs] if isinstance(needs, str) else needs
            if any(jobs[need].failed or jobs[need].skipped for need in needs):
                jobs[name] = Job(skipped=True)
            elif job.get("uses", "").startswith("./"):
                (jobs[name],) = self.run(Path(job["uses"]).name, event, sha).values()
            else:
                jobs[name] = Run(self, job, event, sha).job()
        return jobs


class Run:
    """One job on a machine of its own."""

    def __init__(self, host: CodeHost, job: dict[str, Any], event: dict[str, Any], sha: str):
        host.runs += 1
        self.host, self.definition, self.sha = host, job, sha
        self.event = {"github": {"event": event, "repository": REPOSITORY, "token": "t"}}
        self.done = Job()
        self.space = host.folder / f"run-{host.runs}"
        self.space.mkdir()
        self.files = {name: host.folder / f"{name}-{host.runs}" for name in ("ENV", "STEP_SUMMARY")}
        self.environment = self._environment()

    def _environment(self) -> dict[str, str]:
        own = {name: str(path) for name, path in self.files.items()}
        return {
            **{k: v for k, v in os.environ.items() if k not in ("SOURCE_DATE_EPOCH", "PYTHONPATH")},
            **{f"GITHUB_{name}": path for name, path in own.items()},
            "GH_STATE": str(self.host.state),
            "CALLED": str(self.host.called),
            **self.definition.get("env", {}),
            "PATH": f"{self.host.folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        }

    def job(self) -> Job:
        for path in self.files.values():
            path.touch()
        if not self._value(self.definition.get("if", "success()")):
            self.done.skipped = True
            return self.done
        for number, step in enumerate(self.definition["steps"]):
            self._step(step, step.get("name") or step.get("uses") or f"step {number}")
        self.done.summary = self.files["STEP_SUMMARY"].read_text("utf-8")
        return self.done

    def _step(self, step: dict[str, Any], name: str) -> None:
        condition = str(step.get("if", "success()"))
        holds = (
            condition
            if re.search(r"(always|failure)\(", condition)
            else f"success() && ({condition})"
        )
        outcome = "skipped"
        if self._value(holds):
            works = self._run(step) if "run" in step else self._play(step)
            outcome = "success" if works else "failure"
            self.done.failed |= not works
        self.done.steps[name] = outcome
        if "id" in step:
            self.event.setdefault("steps", {})[step["id"]] = {"outcome": outcome, "outputs": {}}

    def _run(self, step: dict[str, Any]) -> bool:
        for line in self.files["ENV"].read_text().splitlines():
            key, _, value = line.partition("=")
            self.environment[key] = value
        own = {key: self._text(value) for key, value in step.get("env", {}).items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.space / step.get("working-directory", "."),
            env={**self.environment, **own},
            capture_output=True,
            text=True,
        )
        self.done.output += done.stdout + done.stderr
        return done.returncode == 0

    def _play(self, step: dict[str, Any]) -> bool:
        """What an action of others does to files."""
        given = {key: self._text(value) for key, value in step.get("with", {}).items()}
        name = step["uses"].partition("@")[0].removeprefix("actions/")
        return bool(getattr(self, f"_{name.replace('-', '_')}")(given))

    def _checkout(self, given: dict[str, str]) -> bool:
        assert given["persist-credentials"] == "False"
        place = self.space / given.get("path", ".")
        depth = given.get("fetch-depth", "1")
        depths = [] if depth == "0" else [f"--depth={depth}"]
        for command in (
            ["init", "--quiet", str(place)],
            ["-C", str(place), "remote", "add", "origin", f"file://{self.host.origin}"],
            ["-C", str(place), "fetch", "--quiet", *depths, "origin", given.get("ref", self.sha)],
            ["-C", str(place), "checkout", "--quiet", "--detach", "FETCH_HEAD"],
        ):
            subprocess.run(["git", *command], check=True, capture_output=True)
        return True

    def _setup_python(self, given: dict[str, str]) -> bool:
        return given["python-version"] == "3.11"

    def _upload_artifact(self, given: dict[str, str]) -> bool:
        source, target = self.space / given["path"], self.host.kept / given["name"]
        shutil.rmtree(target, ignore_errors=True)
        if source.is_dir():
            shutil.copytree(source, target)
        elif source.exists():
            target.mkdir(parents=True)
            shutil.copy(source, target)
        return True

    def _upload_pages_artifact(self, given: dict[str, str]) -> bool:
        return self._upload_artifact({"path": given["path"], "name": "github-pages"})

    def _download_artifact(self, given: dict[str, str]) -> bool:
        source = self.host.kept / given["name"]
        if source.exists():
            shutil.copytree(source, self.space / given["path"], dirs_exist_ok=True)
        return source.exists()

    def _deploy_pages(self, given: dict[str, str]) -> bool:
        shutil.rmtree(self.host.published, ignore_errors=True)
        shutil.copytree(self.host.kept / "github-pages", self.host.published)
        return True

    # ---------- expressions ----------

    def _text(self, value: Any) -> str:
        return re.sub(r"\$\{\{(.*?)\}\}", lambda m: str(self._value(m[1])), str(value), flags=re.S)

    def _value(self, expression: str) -> Any:
        """What an expression of a workflow says: Python says it with other signs."""
        inner = expression.strip().removeprefix("${{").removesuffix("}}")
        names = {
            "always": lambda: True,
            "success": lambda: not self.done.failed,
            "failure": lambda: self.done.failed,
            "fromJSON": json.loads,
            "contains": lambda all, one: one in all,
            "format": str.format,
            "hashFiles": lambda path: "x" if (self.space / path).exists() else "",
            "look": self._look,
        }
        return eval("".join(map(_python, TOKEN.findall(inner))), names)

    def _look(self, path: str) -> Any:
        found: Any = self.event
        for part in path.split("."):
            found = found.get(part, "") if isinstance(found, dict) else ""
        return found


def _python(token: str) -> str:
    if token in WORDS:
        return WORDS[token]
    if re.match(r"[A-Za-z_]", token):
        known = ("always", "success", "failure", "fromJSON", "contains", "format", "hashFiles")
        return token if token in known else f"look({token!r})"
    return token
