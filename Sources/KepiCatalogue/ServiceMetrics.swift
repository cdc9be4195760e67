// The metrics of customer service, in the language itself.

extension ShippedText {
  static let serviceMetrics = ShippedText(
    name: "service-metrics.kepi",
    text: #"""
      # ---- customer service -----------------------------------------------------------------------

      ## Conversations with buyers that began in the period.
      metric ticket_count = count(distinct tickets.ticket_id) {
        label: "Tickets", zh "工单量"
        good: low
      }

      ## The median of the hours, of the calendar, until the first answer. Tickets without one are
      ## not in it: read it beside the share that is answered within a day.
      metric first_response_time = median(tickets.first_response_hours) {
        label: "First response time (hours)", zh "首次响应时间（小时）"
        good: low
      }

      ## Tickets answered within 24 hours, of all that began in the period. One without an answer yet
      ## is not answered in time.
      metric response_within_24h_rate =
        count(distinct tickets.ticket_id)[tickets.first_response_hours <= 24] / ticket_count {
        label: "Response within 24 hours", zh "一天内回复率"
        unit: percent
        good: high
      }

      ## Tickets that are solved by now, of all that began in the period.
      metric resolution_rate =
        count(distinct tickets.ticket_id)[tickets.closed_day is not missing] / ticket_count {
        label: "Resolution rate", zh "问题解决率"
        unit: percent
        good: high
      }

      alias 工单量 = ticket_count
      alias 首次响应时间 = first_response_time
      alias 一天内回复率 = response_within_24h_rate
      alias 问题解决率 = resolution_rate
      """#)
}
