"""What shells complete the values of arguments and options with. Loads the workspace only when asked.

Typer leaves out what does not begin with what was typed.
"""


def complete_year() -> list[str]:
    """The years that have a report."""
    from reportgen.cli.environment import open_workspace
    from reportgen.workspace.refusals import CommandError

    try:
        return [str(year) for year in open_workspace(None).years()]
    except CommandError:
        return []


def complete_style() -> list[str]:
    """The styles there are."""
    from reportgen.cli.environment import open_workspace
    from reportgen.workspace.refusals import CommandError

    try:
        return sorted(open_workspace(None).style_paths())
    except CommandError:
        return []
