extension DeliveryAttempt {
    /// Writes one try as the API and `alerts attempts` show it.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("delivery")
            json.string(deliveryID)
            json.name("number")
            json.integer(number)
            json.name("at")
            json.string(at.iso8601)
            json.name("latency_ms")
            json.integer(latencyMilliseconds)
            json.name("status")
            json.integer(status)
            json.name("succeeded")
            json.bool(succeeded)
            json.name("answer")
            json.string(detail)
        }
    }
}
