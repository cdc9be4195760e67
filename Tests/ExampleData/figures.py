#!/usr/bin/env python3
"""Work out what the example exports say, by the plainest means, into figures.json.

    python3 Tests/ExampleData/figures.py

This shares nothing with the generator or with Kepi: it opens every file under examples/ with the
csv module, knows each kind by its header, and adds up exact decimals in loops. The tests hold
Kepi's answers against the result.

The rules it follows:
  - store and site are the folders;
  - a row with the wrong number of cells, or without a readable date, is rejected; a number that
    cannot be read is a missing cell and the rest of its row counts;
  - advertised product: date, currency, portfolio, campaign, ad group, SKU and ASIN are the key;
    of two files the one whose name sorts later wins; equal rows of one file all count;
  - orders: order id and order item id are the key, the newest last-updated-date wins; days are
    those of the site's own time zone; business-report and ad days are taken as written;
  - an order line is "cancelled" by its status, "pending" if it has no price yet, "channel" if it
    came through another shop, "replacement" if its price is zero, "giveaway" if its promotion is a
    Vine enrolment. "all" is all but the cancelled, "kept" leaves out channel, replacement and
    giveaway too;
  - sales are item-price, less item-tax where prices contain it (not in the US).
Weeks are ISO weeks; the last week is 2026-09-21 to 09-27, the week before ends on 09-20, the last
four weeks begin on 08-31, for every kind of file, also for returns and settlements, which end a
few days earlier. A week of ads_by_week is spend, sales, clicks and impressions.
"""

import csv
import io
import json
import os
from collections import defaultdict
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..", "examples")
ZONES = {"DE": "Europe/Berlin", "FR": "Europe/Paris", "UK": "Europe/London",
         "US": "America/Los_Angeles"}
WEEK = (date(2026, 9, 21), date(2026, 9, 27))
FOUR = (date(2026, 8, 31), date(2026, 9, 27))
BEFORE = (date(2026, 9, 14), date(2026, 9, 20))
SEPTEMBER = (date(2026, 9, 1), date(2026, 9, 30))
ALL = (date(2026, 3, 30), date(2026, 9, 27))
MONTHS = {m: n for n, m in enumerate(
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)}

# The columns that are needed, in the two languages of the files (blanks already tidied).
AD = {
    "day": ("Date", "Datum"), "portfolio": ("Portfolio name", "Portfolioname"),
    "currency": ("Currency", "Währung"), "campaign": ("Campaign Name", "Kampagnen-Name"),
    "group": ("Ad Group Name", "Anzeigengruppenname"),
    "sku": ("Advertised SKU", "Beworbene SKU"), "asin": ("Advertised ASIN", "Beworbene ASIN"),
    "impressions": ("Impressions", "Impressionen"), "clicks": ("Clicks", "Klicks"),
    "spend": ("Spend", "Ausgaben"), "sales": ("7 Day Total Sales", "7 Tage, Umsatz gesamt (€)"),
    "orders": ("7 Day Total Orders (#)", "7 Tage, Aufträge gesamt (#)"),
    "units": ("7 Day Total Units (#)", "7 Tage, Einheiten gesamt (#)"),
}
TERM = {k: v for k, v in AD.items() if k not in ("sku", "asin")}
TERM["targeting"] = ("Targeting", "Ausrichtung")
TERM["match"] = ("Match Type", "Übereinstimmungstyp")
TERM["term"] = ("Customer Search Term", "Suchbegriff des Kunden")
DAILY = {
    "day": ("Date", "Datum"),
    "sales": ("Ordered Product Sales", "Durch bestellte Produkte erzielter Umsatz"),
    "units": ("Units Ordered", "Bestellte Einheiten"),
    "items": ("Total Order Items", "Zahl der Bestellposten"),
    "sessions": ("Sessions - Total", "Sitzungen – Summe"),
}
AD_NUMBERS = ("impressions", "clicks", "spend", "sales", "orders", "units")


def tidy(name):
    return " ".join(name.replace("\u00a0", " ").split())


def read(path):
    """The header (tidied) and the rows, each with its line number."""
    data = open(path, "rb").read()
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252")
    first = text.split("\n", 1)[0]
    if "\t" in first:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
    else:
        rows = csv.reader(io.StringIO(text, newline=""))
    rows = [row for row in rows]  # no cell of these files holds a line break
    return [tidy(n) for n in rows[0]], list(enumerate(rows[1:], 2))


def kind_of(header):
    names = set(header)
    if names & {"Advertised ASIN", "Beworbene ASIN"}:
        return "advertised_product"
    if names & {"Customer Search Term", "Suchbegriff des Kunden"}:
        return "search_term"
    if names & {"Average Offer Count", "Durchschnittliche Angebotszahl"}:
        return "business_by_date"
    if "(Untergeordnete) ASIN" in names:
        return "business_by_asin"
    if {"amazon-order-id", "item-status"} <= names:
        return "orders"
    if {"settlement-id", "amount-description"} <= names:
        return "settlement"
    if "Starting Warehouse Balance" in names:
        return "ledger"
    if "license-plate-number" in names:
        return "returns"
    return "unknown"


def columns(header, wanted):
    return {key: next(header.index(n) for n in names if n in header)
            for key, names in wanted.items()}


def day_of(text, month_first=False):
    if "-" in text:
        return date.fromisoformat(text[:10])
    if "," in text:
        month, day, year = text.replace(",", "").split()
        return date(int(year), MONTHS[month], int(day))
    parts = [int(p) for p in text.replace("/", ".").split(".")]
    if parts[2] < 100:
        parts[2] += 2000
    return date(parts[2], parts[0], parts[1]) if month_first else date(*reversed(parts))


def number(text, comma=False):
    for sign in "€£$\u00a0":
        text = text.replace(sign, "")
    text = text.replace(".", "").replace(",", ".") if comma else text.replace(",", "")
    return Decimal(text)


def within(day, period):
    return period[0] <= day <= period[1]


def week_of(day):
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def ratio(top, bottom):
    result = {"numerator": str(top), "denominator": str(bottom)}
    if bottom:
        result["value"] = str((Decimal(top) / Decimal(bottom)).quantize(
            Decimal("0.000001"), ROUND_HALF_UP))
    return result


class Reader:
    def __init__(self):
        self.files, self.rejected, self.missing = {}, [], []

    def reject(self, name, line, reason):
        self.rejected.append({"file": name, "line": line, "reason": reason})

    def ads(self, name, header, rows, wanted):
        at = columns(header, wanted)
        for line, row in rows:
            if len(row) != len(header):
                self.reject(name, line, f"{len(row)} cells instead of {len(header)}")
                continue
            try:
                day = day_of(row[at["day"]])
            except (ValueError, KeyError):
                self.reject(name, line, f"date {row[at['day']]}")
                continue
            values = {k: row[i] for k, i in at.items()}
            values["day"], values["line"] = day, line
            for k in AD_NUMBERS:
                try:
                    values[k] = number(values[k])
                except ArithmeticError:
                    kept = {n: row[at[n]] for n in AD_NUMBERS if n != k}
                    self.missing.append({"file": name, "line": line, "cell": k,
                                         "text": values[k], "rest_of_row": kept,
                                         "day": day.isoformat()})
                    values[k] = Decimal(0)
            yield values

    def orders(self, name, header, rows):
        for line, row in rows:
            if len(row) != len(header):
                self.reject(name, line, f"{len(row)} cells instead of {len(header)}")
                continue
            values = dict(zip(header, row))
            try:
                datetime.fromisoformat(values["purchase-date"])
            except ValueError:
                self.reject(name, line, f"date {values['purchase-date']}")
                continue
            yield values

    def daily(self, name, header, rows, month_first):
        at = columns(header, DAILY)
        german = header[0] == "Datum"
        for line, row in rows:
            try:
                day = day_of(row[at["day"]], month_first)
            except ValueError:
                self.reject(name, line, f"date {row[at['day']]}")
                continue
            yield {"day": day, "sales": number(row[at["sales"]], german),
                   **{k: int(number(row[at[k]])) for k in ("units", "items", "sessions")}}


def merge_ads(files):
    """files: rows per file, in the order of their names. Returns kept rows and facts."""
    kept, facts = {}, {"replaced": 0, "replaced_with_other_numbers": 0, "new_in_overlap": 0}
    seen_days = set()
    for rows in files:
        mine = defaultdict(list)
        for r in rows:
            mine[tuple(r[k] for k in ("day", "currency", "portfolio", "campaign", "group", "sku",
                                      "asin"))].append(r)
        for key, group in mine.items():
            if key in kept:
                facts["replaced"] += len(kept[key])
                numbers = lambda rs: [[r[n] for n in AD_NUMBERS] for r in rs]
                facts["replaced_with_other_numbers"] += numbers(kept[key]) != numbers(group)
            elif key[0] in seen_days:
                facts["new_in_overlap"] += 1
            kept[key] = group
        facts["shared_days"] = len(seen_days & {k[0] for k in mine})
        seen_days |= {k[0] for k in mine}
    return [r for group in kept.values() for r in group], facts


def merge_orders(files):
    kept, replaced = {}, 0
    for rows in files:
        count = defaultdict(int)
        for r in rows:
            key = (r["amazon-order-id"], r["order-item-id"], r["sku"])
            count[key] += 1
            key += (count[key],)
            if key in kept:
                replaced += 1
                if r["last-updated-date"] < kept[key]["last-updated-date"]:
                    continue
            kept[key] = r
    return list(kept.values()), replaced


def add_ads(rows):
    total = {k: sum((r[k] for r in rows), Decimal(0)) for k in AD_NUMBERS}
    return {"ad_spend": str(total["spend"]), "ad_sales": str(total["sales"]),
            "clicks": int(total["clicks"]), "impressions": int(total["impressions"]),
            "ad_orders": int(total["orders"]), "ad_units": int(total["units"])}


def add_orders(rows, site):
    def add(chosen):
        taxed = site != "US"
        price = sum((Decimal(r["item-price"] or 0) for r in chosen), Decimal(0))
        tax = sum((Decimal(r["item-tax"] or 0) for r in chosen), Decimal(0))
        discount = sum((Decimal(r["item-promotion-discount"] or 0) for r in chosen), Decimal(0))
        return {"lines": len(chosen), "orders": len({r["amazon-order-id"] for r in chosen}),
                "units": sum(int(r["quantity"]) for r in chosen), "item_price": str(price),
                "item_tax": str(tax), "sales": str(price - tax if taxed else price),
                "discount": str(discount)}

    def short(chosen):
        a = add(chosen)
        return {k: a[k] for k in ("lines", "orders", "units")}

    live = [r for r in rows if r["order-status"] != "Cancelled"]
    channel = [r for r in live if r["sales-channel"] == "Non-Amazon"]
    replacement = [r for r in live if r["item-price"] and Decimal(r["item-price"]) == 0]
    giveaway = [r for r in live if r["promotion-ids"].startswith("vine.")]
    out = [id(r) for r in channel + replacement + giveaway]
    return {"all": add(live), "kept": add([r for r in live if id(r) not in out]),
            "cancelled": short([r for r in rows if r["order-status"] == "Cancelled"]),
            "pending": short([r for r in live if r["order-status"] == "Pending"]),
            "channel": short(channel), "replacement": short(replacement),
            "giveaway": short(giveaway)}


def settlement_figures(name, header, rows):
    summary, details = dict(zip(header, rows[0][1])), [dict(zip(header, r)) for _, r in rows[1:]]
    comma = "," in summary["total-amount"]
    amount = lambda text: number(text, comma) if comma else Decimal(text)
    by_type, by_line = defaultdict(Decimal), defaultdict(Decimal)
    net = Decimal(0)
    for d in details:
        value = amount(d["amount"])
        by_type[d["amount-type"]] += value
        by_line[" / ".join((d["transaction-type"], d["amount-type"],
                            d["amount-description"]))] += value
        if d["amount-description"] == "Principal" \
                and d["amount-type"] in ("ItemPrice", "Promotion"):
            net += value
    total = sum(by_type.values())
    assert total == amount(summary["total-amount"]), name
    days = sorted(day_of(d["posted-date"]) for d in details)
    return {"id": summary["settlement-id"], "currency": summary["currency"],
            "details": len(details), "total_amount": str(total), "settled_net_sales": str(net),
            "units_on_principal": sum(int(d["quantity-purchased"] or 0) for d in details
                                      if d["transaction-type"] == "Order"
                                      and d["amount-type"] == "ItemPrice"
                                      and d["amount-description"] == "Principal"),
            "first_posted_date": str(days[0]), "last_posted_date": str(days[-1]),
            "by_amount_type": {k: str(v) for k, v in by_type.items()},
            "by_line": {k: str(v) for k, v in by_line.items()}}


def stock_figures(header, rows):
    last, sums = date(2026, 9, 27), defaultdict(dict)
    for line, row in rows:
        r = dict(zip(header, row))
        start, end = int(r["Starting Warehouse Balance"]), int(r["Ending Warehouse Balance"])
        moved = sum(int(r[c]) for c in (
            "Receipts", "Customer Shipments", "Customer Returns", "Vendor Returns",
            "Warehouse Transfer In/Out", "Found", "Lost", "Damaged", "Disposed", "Other Events",
            "Unknown Events"))
        assert start + moved == end, line
        if day_of(r["Date"].replace("/", "."), month_first=True) == last:
            sums[r["MSKU"]][r["Disposition"]] = end
    return {"by_sku": sums, "total": sum(v for s in sums.values() for v in s.values()),
            "sellable": sum(s.get("SELLABLE", 0) for s in sums.values())}


def asin_figures(header, rows):
    at = {k: header.index(n) for k, n in {
        "asin": "(Untergeordnete) ASIN", "sessions": "Sitzungen – Summe",
        "page_views": "Seitenaufrufe – Summe", "units": "Bestellte Einheiten",
        "sales": "Durch bestellte Produkte erzielter Umsatz"}.items()}
    by_asin = {r[at["asin"]]: {
        "sales": str(number(r[at["sales"]], True)),
        **{k: int(number(r[at[k]])) for k in ("sessions", "page_views", "units")}}
        for _, r in rows}
    return {"by_asin": by_asin,
            "total": {k: sum(v[k] for v in by_asin.values())
                      for k in ("sessions", "page_views", "units")}
            | {"sales": str(sum(Decimal(v["sales"]) for v in by_asin.values()))}}


def main():
    reader, found = Reader(), defaultdict(lambda: defaultdict(list))
    exports = os.path.join(ROOT, "exports")
    for folder, inside, names in sorted(os.walk(exports)):
        inside.sort()
        place = os.path.relpath(folder, exports)
        if place.count(os.sep) != 1:
            continue
        for n in sorted(names):
            path = os.path.join(folder, n)
            header, rows = read(path)
            kind, name = kind_of(header), f"exports/{place}/{n}"
            reader.files[name] = {"kind": kind, "rows": len(rows)}
            found[place][kind].append((name, header, rows))

    result = defaultdict(dict)
    lines_of = {}
    for place, kinds in found.items():
        store, site = place.split(os.sep)
        files = [list(reader.ads(*f, AD)) for f in kinds["advertised_product"]]
        ads, facts = merge_ads(files)
        lines_of[place] = ads
        if len(files) > 1:
            result["overlap"][place] = facts | {
                "files": [f[0] for f in kinds["advertised_product"]],
                "last_four_weeks_if_counted_twice": add_ads(
                    [r for rows in files for r in rows if within(r["day"], FOUR)])}
        weeks = defaultdict(list)
        for r in ads:
            weeks[week_of(r["day"])].append(r)
        result["ads"][place] = {
            "currency": ads[0]["currency"], "all": add_ads(ads),
            "last_week": add_ads([r for r in ads if within(r["day"], WEEK)]),
            "last_four_weeks": add_ads([r for r in ads if within(r["day"], FOUR)])}
        result["ads_by_week"][place] = {w: [add_ads(rs)[k] for k in (
            "ad_spend", "ad_sales", "clicks", "impressions")] for w, rs in weeks.items()}
        campaigns = defaultdict(list)
        for r in ads:
            if within(r["day"], FOUR):
                campaigns[r["campaign"]].append(r)
        result["campaigns_last_four_weeks"][place] = {c: add_ads(r) for c, r in campaigns.items()}

        terms = [r for f in kinds["search_term"] for r in reader.ads(*f, TERM)]
        result["search_terms"][place] = {
            "first_day": str(min(r["day"] for r in terms)),
            "last_four_weeks": add_ads([r for r in terms if within(r["day"], FOUR)])}
        for day, campaign in {(r["day"], r["campaign"]) for r in terms}:
            same = lambda rs, k: sum(r[k] for r in rs
                                     if r["day"] == day and r["campaign"] == campaign)
            assert same(terms, "clicks") <= same(ads, "clicks"), (place, day, campaign)
            assert same(terms, "spend") <= same(ads, "spend"), (place, day, campaign)

        orders, replaced = merge_orders([list(reader.orders(*f)) for f in kinds["orders"]])
        local = lambda r: datetime.fromisoformat(r["purchase-date"]) \
            .astimezone(ZoneInfo(ZONES[site])).date()
        utc = lambda r: datetime.fromisoformat(r["purchase-date"]).date()
        result["orders"][place] = {
            "rows_replaced": replaced,
            "rows_whose_utc_day_differs": sum(local(r) != utc(r) for r in orders),
            "all_days": add_orders(orders, site),
            "last_week": add_orders([r for r in orders if within(local(r), WEEK)], site),
            "week_before": add_orders([r for r in orders if within(local(r), BEFORE)], site),
            "last_week_if_days_were_utc": add_orders(
                [r for r in orders if within(utc(r), WEEK)], site)["all"],
            "last_four_weeks": add_orders([r for r in orders if within(local(r), FOUR)], site)}

        for f in kinds["business_by_date"]:
            days = list(reader.daily(*f, month_first=site == "US"))
            add = lambda p: {
                "sales": str(sum((d["sales"] for d in days if within(d["day"], p)), Decimal(0))),
                **{k: sum(d[k] for d in days if within(d["day"], p))
                   for k in ("units", "items", "sessions")}}
            result["traffic"][place] = {"days": len(days), "all": add(ALL), "last_week": add(WEEK),
                                        "last_four_weeks": add(FOUR)}
        for f in kinds["settlement"]:
            result["settlements"].setdefault(place, []).append(settlement_figures(*f))
        for _, header, rows in kinds["ledger"]:
            result["stock_2026_09_27"][place] = stock_figures(header, rows)
        for _, header, rows in kinds["returns"]:
            zone = ZoneInfo(ZONES[site])
            days = [(datetime.fromisoformat(r[0]).astimezone(zone).date(),
                     int(r[header.index("quantity")])) for _, r in rows]
            result["returned_units"][place] = {
                "all": sum(q for _, q in days), "last_day": str(max(d for d, _ in days)),
                "2026_09": sum(q for d, q in days if within(d, SEPTEMBER)),
                "last_week": sum(q for d, q in days if within(d, WEEK)),
                "last_four_weeks": sum(q for d, q in days if within(d, FOUR))}

    for name, period in (("last_four_weeks", FOUR), ("last_week", WEEK)):
        by_store = {}
        for place, rows in lines_of.items():
            if place.endswith("DE"):
                mine = [r for r in rows if within(r["day"], period)]
                spend, sales = sum(r["spend"] for r in mine), sum(r["sales"] for r in mine)
                by_store[place.split(os.sep)[0]] = ratio(spend, sales)
        top = sum(Decimal(v["numerator"]) for v in by_store.values())
        bottom = sum(Decimal(v["denominator"]) for v in by_store.values())
        result["acos_by_store_in_de"][name] = by_store | {"(total)": ratio(top, bottom)}

    twins = {}
    for name in ("advertised-product-de", "advertised-product-en"):
        path = f"twins/{name}.csv"
        twins[path] = add_ads(list(reader.ads(path, *read(os.path.join(ROOT, path)), AD)))
    for name in ("business-report-de", "business-report-uk"):
        path = f"twins/{name}.csv"
        days = list(reader.daily(path, *read(os.path.join(ROOT, path)), month_first=False))
        twins[path] = {"days": len(days), "sales": str(sum(d["sales"] for d in days)),
                       **{k: sum(d[k] for d in days) for k in ("units", "items", "sessions")}}
    pairs = list(twins.values())
    assert pairs[0] == pairs[1] and pairs[2] == pairs[3]
    result["twins"] = twins
    result["by_asin_nord_de_2026_08"] = asin_figures(
        *read(os.path.join(ROOT, "by-asin/BusinessReport-01-09-26.csv")))
    result["files"] = reader.files
    result["rejected_rows"] = reader.rejected
    result["missing_cells"] = reader.missing
    with open(os.path.join(HERE, "figures.json"), "w", encoding="utf-8", newline="\n") as f:
        text = json.dumps(result, ensure_ascii=False, indent=1, sort_keys=True)
        f.write(text + "\n")


if __name__ == "__main__":
    main()
