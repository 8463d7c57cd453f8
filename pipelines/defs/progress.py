"""A run's progress on a terminal, told by Dagster's own events."""

import logging
import sys

import dagster as dg
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn


class ProgressHandler(logging.Handler):
    """Moves one bar on as steps start and end; prints what went wrong."""

    def __init__(self, n_steps: int) -> None:
        super().__init__()
        self.console = Console(file=sys.stderr)
        self.bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=self.console,
        )
        self.task = self.bar.add_task("starting", total=n_steps)

    def emit(self, record: logging.LogRecord) -> None:
        event = getattr(record, "dagster_event", None) or record.__dict__.get(
            "dagster_meta", {}
        ).get("dagster_event")
        if event is None:
            if record.levelno >= logging.WARNING:
                self.console.print(record.__dict__.get("dagster_meta", {}).get("orig_message"))
            return
        if event.is_step_start:
            self.bar.start()
            self.bar.update(self.task, description=event.step_key.replace("_", " "))
        elif event.is_step_success:
            self.bar.advance(self.task)
        elif event.event_type.value in ("PIPELINE_SUCCESS", "PIPELINE_FAILURE"):
            self.bar.stop()


@dg.logger(config_schema={"n_steps": int}, description="A progress bar on standard error.")
def progress_logger(context: dg.InitLoggerContext) -> logging.Logger:
    """The logger that `sitrep run` asks for in its run config."""
    logger = logging.Logger("sitrep.progress", level=logging.DEBUG)
    logger.addHandler(ProgressHandler(context.logger_config["n_steps"]))
    return logger
