// Export kinds of helpdesks: Gorgias and Zendesk.

extension ShippedText {
  static let helpdesks = ShippedText(
    name: "helpdesks.kepi",
    text: #"""
      ## One row for each conversation with a buyer, on the day it began. Times are in hours, missing
      ## until there is an answer or a solution. A later file replaces a ticket. Who wrote, and about
      ## what, is not kept.
      kind gorgias_tickets {
        label: "Gorgias tickets", zh "Gorgias 工单导出"
        platform: "gorgias"
        source: tickets
        column ticket_id: text from "Ticket id"
        column day: instant from "Creation date"
        column closed_day: instant from "Closed date"
        column channel: text from "Initial channel"
        column priority: text from "Priority"
        column tags: text from "Tags"
        column agent: text from "Assignee name"
        column topic: text from "Ticket Field: Type"
        column brand: text from "Ticket Field: Brand"
        column intent: text from "Ticket Field: AI Intent"
        column sentiment: text from "Ticket Field: Managed sentiment"
        column score: number from "Survey score"
        column first_response_hours: hours of seconds from "First response time (s)"
        column resolution_hours: hours of seconds from "Resolution time (s)"
        column agent_messages: count from "Number of agent messages"
        column customer_messages: count from "Number of customer messages"
        column by_agent: truth from "Created by an agent"
        needs: ticket_id, day, channel, first_response_hours
        replaces: rows by ticket_id
        private: "Subject", "Assignee email", "Customer email", "Customer name", "Ticket URL"
        ignored: "Last used integration name", "Last used integration type", "Survey replied date",
          "Ticket Field: *", "Customer Field: *"
        uncertain: "The columns are those of published programs, the form of the days is not known; no file of a seller was seen.",
          zh "列名来自公开的程序，日期格式未知，没有见过卖家的真实文件"
      }

      ## One row for each conversation with a buyer, on the day it began. Times are in hours of the
      ## calendar; those of business hours are beside them. The newest update dates a file.
      kind zendesk_tickets {
        label: "Zendesk tickets", zh "Zendesk 工单导出"
        platform: "zendesk"
        source: tickets
        column ticket_id: text from "Id"
        column day: instant from "Created at"
        column updated: instant from "Updated at"
        column closed_day: instant from "Solved at"
        column channel: text from "Via"
        column status: text from "Status"
        column priority: text from "Priority"
        column tags: text from "Tags"
        column topic: text from "Ticket type"
        column team: text from "Group"
        column agent: text from "Assignee"
        column satisfaction: text from "Satisfaction Score"
        column first_response_hours: hours of minutes from "First reply time in minutes",
          "First reply time (in minutes)", "First reply time (min)"
        column first_response_business_hours: hours of minutes from \
          "First reply time in minutes within business hours"
        column resolution_hours: hours of minutes from "Full resolution time in minutes",
          "Full resolution time (in minutes)", "Full resolution time (min)"
        column resolution_business_hours: hours of minutes from \
          "Full resolution time in minutes within business hours"
        column reopens: count from "Reopens"
        column agent_messages: count from "Replies"
        needs: ticket_id, day, status, first_response_hours
        replaces: rows by ticket_id
        dated: updated
        private: "Requester", "Requester id", "Requester external id", "Requester email",
          "Requester domain", "Submitter", "Subject", "Organization"
        ignored: "Summation column", "Assigned at", "Due date", "Initially assigned at",
          "Resolution time", "Group stations", "Assignee stations",
          "First resolution time in minutes",
          "First resolution time in minutes within business hours", "Agent wait time in minutes*",
          "Requester wait time in minutes*", "On hold time in minutes*"
        uncertain: "The columns are those of published programs, the form of the days is not known; no file of a seller was seen.",
          zh "列名来自公开的程序，日期格式未知，没有见过卖家的真实文件"
      }
      """#)
}
