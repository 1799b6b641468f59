"""What shells complete the values of arguments and options with. Loads the workspace only when asked."""


def complete_year(incomplete: str) -> list[str]:
    """The years that have a report."""
    from reportgen.cli.environment import open_workspace
    from reportgen.workspace.files import CommandError

    try:
        years = open_workspace(None).years()
    except CommandError:
        return []
    return [str(year) for year in years if str(year).startswith(incomplete)]


def complete_style(incomplete: str) -> list[str]:
    """The styles there are."""
    from reportgen.cli.environment import open_workspace
    from reportgen.workspace.files import CommandError

    try:
        names = open_workspace(None).style_paths()
    except CommandError:
        return []
    return sorted(name for name in names if name.startswith(incomplete))
