"""What keeps a project from being read at all."""


class ProjectError(ValueError):
    """One sentence that says what is wrong with the project itself, and what to do."""
