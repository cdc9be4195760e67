"""Asks DuckDB and Polars what Kepi was asked: answers as CSV files, times as lines of text.

    python3 peers.py DATA QUESTIONS ANSWERS REPEATS [script]
    python3 peers.py DATA ENGINE

QUESTIONS has a line for each question: its id, a tab, its SQL. Printed is a line for each
measurement: engine, id, median and least milliseconds. With `script` the ads alone are loaded and the
script alone is asked, of DuckDB. With the name of an engine it loads the ads once and prints how many
milliseconds that took, without its own start and that of Python. Both peers keep the data in memory, with
types that fit, and use all cores.
"""
import csv
import datetime as dt
import pathlib
import statistics
import sys
import time


# A question of a millisecond is asked for so long: a moment in which the machine does something else
# would be all of its repeats. The same for all engines.
LEAST_MILLISECONDS = 300


def measure(engine, what, run, times):
    spent = []
    while len(spent) < times or times > 1 and sum(spent) < LEAST_MILLISECONDS:
        start = time.perf_counter()
        result = run()
        spent.append((time.perf_counter() - start) * 1000)
    print(engine, what, statistics.median(spent), min(spent), sep="\t", flush=True)
    return result


FORMS = {"week": "%G-W%V", "month": "%Y-%m", "day": "%Y-%m-%d"}


def write(path, names, rows):
    """Steps of time as Kepi writes them, which is no part of the time."""
    forms = [FORMS.get(name) for name in names]
    with open(path, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["answer"])
        for row in rows:
            writer.writerow([
                "" if cell is None else cell.strftime(form) if form else cell
                for cell, form in zip(row, forms)
            ])


def ask_duckdb(duckdb, data, questions, answers, repeats, tables):
    connection = duckdb.connect()

    def names():
        return [column[0] for column in connection.description]

    path = answers / "store.duckdb"
    path.unlink(missing_ok=True)
    for name in tables:
        create = f"create or replace table {name} as select * from read_csv('{data}/{name}.csv')"
        if name == "ads":
            measure("duckdb", "load", lambda: connection.execute(create), min(3, repeats))
        else:
            connection.execute(create)
    script = []
    for name, sql in questions:
        if name.startswith("s") and name[1:].isdigit():
            script.append((name, sql))
            continue
        rows = measure("duckdb", name, lambda: connection.execute(sql).fetchall(), repeats)
        write(answers / f"duckdb.{name}.csv", names(), rows)

    def run_script():
        return [(connection.execute(sql).fetchall(), names()) for _, sql in script]

    given = measure("duckdb", "script", run_script, min(3, repeats))
    for (name, _), (rows, columns) in zip(script, given):
        write(answers / f"duckdb.{name}.csv", columns, rows)
    connection.execute(f"attach '{path}' as kept")
    connection.execute("create table kept.ads as select * from ads")
    connection.close()
    # The same with what a fresh process has to do: open the file and read from it.
    connection = None

    def run_fresh():
        fresh = duckdb.connect(str(path), read_only=True)
        for _, sql in script:
            fresh.execute(sql).fetchall()
        fresh.close()

    measure("duckdb", "script from disk", run_fresh, min(3, repeats))
    print("duckdb", "bytes", path.stat().st_size, 0, sep="\t", flush=True)
    path.unlink()


def ask_polars(pl, data, answers, repeats):
    def load():
        return pl.read_csv(f"{data}/ads.csv", try_parse_dates=True)

    frame = measure("polars", "load", load, min(3, repeats))

    def lazy(frame, *names):
        return frame.with_columns(pl.col(*names).cast(pl.Categorical)).lazy()

    ads = lazy(frame, "store", "site", "sku", "campaign", "ad_type")
    orders = lazy(pl.read_csv(f"{data}/orders.csv", try_parse_dates=True), "store", "site", "sku")
    traffic = lazy(pl.read_csv(f"{data}/traffic.csv", try_parse_dates=True), "store", "site", "sku")
    stock = lazy(pl.read_csv(f"{data}/stock.csv", try_parse_dates=True), "sku")
    c, day = pl.col, dt.date
    week = c("date").dt.truncate("1w").alias("week")
    month = c("date").dt.truncate("1mo").alias("month")
    acos = pl.when(c("ad_sales").sum() != 0).then(c("spend").sum() / c("ad_sales").sum()).alias("acos")
    german = ads.filter(c("site") == "DE")
    year = c("date").is_between(day(2025, 1, 13), day(2026, 1, 11))
    flows = ["spend", "ad_sales", "clicks", "impressions"]
    places = ["site", "month"]

    def by_month(frame, *numbers):
        return frame.group_by("site", month).agg(*numbers)

    days = ads.group_by("date").agg(c("ad_sales").sum()).sort("date")
    weeks = ads.group_by(week).agg(c("ad_sales").sum())
    earlier = weeks.select(c("week") + dt.timedelta(364), c("ad_sales").alias("earlier"))
    pairs = ads.group_by("store", "sku").agg(c("ad_sales").sum())
    place = c("ad_sales").rank("ordinal", descending=True).over("store")
    name = pl.when(place <= 10).then(c("sku").cast(pl.String)).otherwise(pl.lit("(others)"))
    questions = {
        "q1": german.filter(c("date").is_between(day(2025, 12, 16), day(2026, 1, 12)))
        .group_by("store").agg(acos),
        "q2": german.group_by("store").agg(acos),
        "q3": ads.filter(year).group_by("store", week).agg(c("spend", "ad_sales").sum(), acos),
        "q4": ads.group_by("sku").agg(c("ad_sales").sum()).top_k(10, by="ad_sales"),
        "q5": ads.select(c(flows).sum()),
        "q6": ads.group_by("site", "store", month).agg(c(flows).sum()),
        "q7": ads.group_by("sku", "site").agg(c("spend", "ad_sales").sum()).top_k(10, by="spend"),
        "drill": by_month(ads, c("spend").sum())
        .join(by_month(orders, c("amount").sum()), on=places, how="full", coalesce=True)
        .join(by_month(traffic, c("sessions").sum()), on=places, how="full", coalesce=True),
        "distinct": by_month(orders, c("order_id").n_unique()),
        "median": ads.group_by("store").agg(c("spend").median()),
        "stock": stock.filter(
            c("date").is_between(day(2025, 10, 13), day(2026, 1, 11)), c("date").dt.weekday() == 7)
        .group_by("sku", week).agg(c("units").sum()),
        "rolling": days.with_columns(c("ad_sales").rolling_sum_by("date", "28d").alias("rolling"))
        .filter(year).select(c("date").alias("day"), "rolling"),
        "yoy": weeks.filter(c("week").is_between(day(2025, 1, 13), day(2026, 1, 5)))
        .join(earlier, on="week", how="left"),
        "others": pairs.with_columns(name.alias("name")).group_by("store", "name")
        .agg(c("ad_sales").sum()),
    }
    for name, question in questions.items():
        answer = measure("polars", name, question.collect, repeats)
        write(answers / f"polars.{name}.csv", answer.columns, answer.rows())


def load(engine, data):
    """Once, in this process. The clock starts when the engine is there."""
    path = f"{data}/ads.csv"
    if engine == "duckdb":
        import duckdb

        connection = duckdb.connect()
        run = lambda: connection.execute(f"create table ads as select * from read_csv('{path}')")
    else:
        import polars

        run = lambda: polars.read_csv(path, try_parse_dates=True)
    start = time.perf_counter()
    loaded = run()
    print((time.perf_counter() - start) * 1000, flush=True)
    del loaded


def main():
    if len(sys.argv) == 3:
        return load(sys.argv[2], sys.argv[1])
    data, path = sys.argv[1], pathlib.Path(sys.argv[2])
    answers, repeats = pathlib.Path(sys.argv[3]), int(sys.argv[4])
    script_alone = sys.argv[5:] == ["script"]
    questions = [line.split("\t", 1) for line in path.read_text().splitlines()]
    try:
        import duckdb
    except ImportError:
        print("duckdb", "absent", 0, 0, sep="\t", flush=True)
    else:
        tables = ["ads"] if script_alone else ["ads", "orders", "traffic", "stock"]
        ask_duckdb(duckdb, data, questions, answers, repeats, tables)
    if script_alone:
        return
    try:
        import polars
    except ImportError:
        print("polars", "absent", 0, 0, sep="\t", flush=True)
    else:
        ask_polars(polars, data, answers, repeats)


main()
