#!/usr/bin/env python3
"""Write the exports behind examples/stories: one invented store in July and August 2026.

    python3 Tests/ExampleData/stories.py            writes examples/stories/Ost and the unit costs
    python3 Tests/ExampleData/stories.py <folder>   writes somewhere else

Nothing is random: a second run writes the same bytes. Store, products and campaigns are invented;
headers and forms are those of real downloads.

Two stories. Sales grow a little in August, but a delivery that came too early fills the warehouse:
storage fees and the surcharge for old stock eat the profit. And every campaign gets cheaper for what
it sells, but clicks move from the brand's own campaign to the automatic one, which is dear: the ACoS
of the store rises.
"""

import csv
import io
import os
import sys
from datetime import date, timedelta

FIRST, LAST = date(2026, 7, 1), date(2026, 8, 31)
DAYS = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]

# sku, asin, price in cents, landed cost in cents, fulfilment fee in cents
PRODUCTS = [
    ("OS-LAM-01", "B0KEPIO001", 3499, 990, 520),
    ("OS-LAM-02", "B0KEPIO002", 4999, 1640, 610),
    ("OS-KAB-01", "B0KEPIO003", 1299, 310, 330),
]

# campaign, sku; clicks a day, click price in cents and orders of every 100 clicks, by month
CAMPAIGNS = [
    ("Ost - Marke", 0, {7: (14, 30, 14), 8: (7, 28, 14)}),
    ("Ost - Lampen - Exakt", 1, {7: (6, 75, 9), 8: (6, 72, 9)}),
    ("Ost - Auto", 2, {7: (5, 40, 7), 8: (20, 38, 7)}),
]

SETTLEMENT_HEADER = (
    "settlement-id settlement-start-date settlement-end-date deposit-date total-amount currency "
    "transaction-type order-id merchant-order-id adjustment-id shipment-id marketplace-name "
    "amount-type amount-description amount fulfillment-id posted-date posted-date-time "
    "order-item-code merchant-order-item-id merchant-adjustment-item-id sku quantity-purchased "
    "promotion-id").split()

ADS_HEADER = [
    "Date", "Portfolio name", "Currency", "Campaign Name", "Ad Group Name", "Advertised SKU",
    "Advertised ASIN", "Impressions", "Clicks", "Click-Thru Rate (CTR)", "Cost Per Click (CPC)",
    "Spend", "7 Day Total Sales ", "Total Advertising Cost of Sales (ACoS) ",
    "Total Return on Advertising Spend (RoAS)", "7 Day Total Orders (#)", "7 Day Total Units (#)",
    "7 Day Conversion Rate", "7 Day Advertised SKU Units (#)", "7 Day Other SKU Units (#)",
    "7 Day Advertised SKU Sales ", "7 Day Other SKU Sales ",
]


def euros(cents):
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100},{abs(cents) % 100:02d}"


def units_sold(day, product):
    """Units of a day: a weekly beat, and a few more in August."""
    beat = (3, 2, 2, 3, 4, 5, 4)[day.weekday()]
    return (beat, beat - 1, beat + 2)[product] + (1 if day.month == 8 and day.day % 3 == 0 else 0)


def settlement(month):
    days = [day for day in DAYS if day.month == month]
    rows = []

    def add(day, kind, order, amount_type, description, cents, sku="", quantity=""):
        posted = day.strftime("%d.%m.%Y")
        rows.append([
            number, "", "", "", "", "", kind, order, order, "", "", "Amazon.de" if order else "",
            amount_type, description, euros(cents), "AFN" if order else "", posted,
            posted + " 10:00:00 UTC", "", "", "", sku, quantity, ""])

    number = f"264080{month:02d}021"
    for day in days:
        for place, (sku, _, price, _, fee) in enumerate(PRODUCTS):
            count = units_sold(day, place)
            order = f"302-{month:02d}{day.day:02d}{place:03d}-{4000000 + day.day * 100 + place}"
            add(day, "Order", order, "ItemPrice", "Principal", price * count, sku, str(count))
            add(day, "Order", order, "ItemFees", "Commission", -(price * count * 15 // 100), sku)
            add(day, "Order", order, "ItemFees", "FBAPerUnitFulfillmentFee", -fee * count, sku)
        if day.day % 5 == 0:
            sku, _, price, _, _ = PRODUCTS[day.day // 5 % 3]
            order = f"302-{month:02d}{day.day:02d}900-{4900000 + day.day}"
            add(day, "Refund", order, "ItemPrice", "Principal", -price, sku)
            add(day, "Refund", order, "ItemFees", "Commission", price * 12 // 100, sku)
    storage, aged = {7: (18_450, 2_210), 8: (126_870, 71_340)}[month]
    add(days[6], "other-transaction", "", "other-transaction", "Storage Fee", -storage)
    add(days[14], "other-transaction", "", "other-transaction", "StorageRenewalBilling", -aged)
    add(days[2], "other-transaction", "", "other-transaction", "Subscription Fee", -3_900)
    total = sum(int(row[14].replace(",", "")) for row in rows)
    span = [f"{day.strftime('%d.%m.%Y')} {clock} UTC" for day, clock in
            [(days[0], "00:00:00"), (days[-1], "23:59:59"), (days[-1], "23:59:59")]]
    head = [number, *span, euros(total), "EUR"] + [""] * (len(SETTLEMENT_HEADER) - 6)
    lines = [SETTLEMENT_HEADER, head] + rows
    return "".join("\t".join(line) + "\n" for line in lines)


def advertised():
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(ADS_HEADER)
    carried = {name: 0 for name, _, _ in CAMPAIGNS}
    for day in DAYS:
        for name, place, months in CAMPAIGNS:
            sku, asin, price, _, _ = PRODUCTS[place]
            clicks, cost, rate = months[day.month]
            clicks += day.day % 3
            spend = clicks * cost
            # Orders are whole: what is left of one goes on to the next day.
            carried[name] += clicks * rate
            orders, carried[name] = divmod(carried[name], 100)
            sales = orders * price
            shown = clicks * 90 + day.day
            money = lambda cents: f"€{cents // 100}.{cents % 100:02d}"
            out.writerow([
                day.strftime("%b %d, %Y"), "Ost", "EUR", name, "Alle", sku, asin, shown, clicks,
                f"{100 * clicks / shown:.3f}%", f"€{cost / 100:.2f}", money(spend), money(sales),
                f"{100 * spend / sales:.3f}%" if sales else "",
                f"{sales / spend:.2f}", orders, orders, f"{100 * orders / clicks:.1f}%", orders, 0,
                money(sales), "€0.00"])
    return text.getvalue()


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else os.path.join(
        os.path.dirname(__file__), "..", "..", "examples", "stories")
    files = {
        "Ost/DE/Settlement-2026-07.txt": settlement(7),
        "Ost/DE/Settlement-2026-08.txt": settlement(8),
        "Ost/DE/Sponsored Products Advertised product report.csv": advertised(),
        "unit-costs.csv": "sku,currency,landed_cost,valid_from,valid_before\n" + "".join(
            f"{sku},EUR,{cost // 100}.{cost % 100:02d},2026-01-01,\n"
            for sku, _, _, cost, _ in PRODUCTS),
    }
    for name, text in files.items():
        path = os.path.join(root, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)


if __name__ == "__main__":
    main()
