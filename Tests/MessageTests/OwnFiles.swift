// The made-up files that messages are about.

let ownFiles: [String: String] = [
  "workspace.kepi": """
  source sales from "sales.csv" { key: order_id; time: day; money: price in currency }
  source visits from "visits.csv" { time: day }
  source plan from "plan.csv" { time: month; grain: month; money: goal in EUR }
  dimension shop = sales.shop, visits.shop, plan.shop
  dimension market = sales.market, visits.market
  metric revenue = sum(sales.price) { label: "Revenue", zh "营业收入" }
  metric order_count = count(distinct sales.order_id)
  metric visit_count = sum(visits.visits)
  metric revenue_target = sum(plan.goal)
  metric revenue_per_order = revenue / order_count
  metric conversion = order_count / visit_count { unit: percent }
  alias 收入 = revenue
  """,
  "sales.csv": """
  order_id,day,shop,market,status,price,currency
  o1,2026-09-21,Nord,DE,completed,100.00,EUR
  o2,2026-09-22,Nord,DE,completed,50.00,EUR
  o3,2026-09-22,Nord,FR,cancelled,30.00,EUR
  o4,2026-09-23,Sud,DE,completed,80.00,EUR
  o5,2026-09-24,Sud,UK,completed,60.00,GBP
  o6,2026-09-25,Sud,UK,returned,20.00,GBP
  o7,2026-09-27,Sud,UK,completed,40.00,GBP
  """,
  "visits.csv": """
  day,shop,market,visits
  2026-09-21,Nord,DE,40
  2026-09-22,Nord,FR,20
  2026-09-23,Sud,DE,30
  2026-09-24,Sud,UK,50
  2026-09-25,Sud,UK,60
  """,
  "plan.csv": """
  month,shop,goal
  2026-08,Nord,5000.00
  2026-08,Sud,4000.00
  2026-09,Nord,5500.00
  2026-09,Sud,4500.00
  """,
  "broken.csv": """
  day,units
  2026-09-21,3
  2026-09-22
  2026-09-23,5
  """,
]
